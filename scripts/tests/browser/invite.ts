import type { Locator, Page } from 'playwright-core';

/** The drawn code of the invitation on an account page. For a registered customer it is folded away until asked for. */
export async function shownCode(page: Page): Promise<Locator> {
  const invite = page.locator('c-cuzo-invite');
  const code = invite.locator('svg[role=img]').first();
  const unfold = invite.locator('button[aria-expanded=false]').first();
  await code.or(unfold).first().waitFor();
  if (await unfold.isVisible()) await unfold.click();
  await code.waitFor();
  return code;
}
