import type Axe from 'axe-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Locator, Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The violations that axe finds in the page, or in a part of it, contrast included: rule and first elements. */
export async function violations(
  page: Page,
  part: Locator = page.locator('html'),
): Promise<readonly string[]> {
  // A page keeps it: compiling it anew for each state takes half as long as the check.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  return part.evaluate(async (element) => {
    const { axe } = globalThis as unknown as { axe: typeof Axe };
    const { violations: found } = await axe.run(element, { resultTypes: ['violations'] });
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
  });
}
