import type { Page } from 'playwright-core';
import { HANG } from './hang.ts';

/** So long nothing is asked for when a page has all that it asks for by itself. */
const QUIET_MS = 100;
const LOOK_MS = 20;

/**
 * Watches what a page asks for, from before it opens. The result waits until all is answered and nothing more was asked for a
 * moment: Playwright's `networkidle` waits half a second each time, which over hundreds of pages are minutes.
 */
export function watchRequests(page: Page): () => Promise<void> {
  const open = new Set<unknown>();
  let last = performance.now();
  page.on('request', (request) => {
    open.add(request);
  });
  for (const event of ['requestfinished', 'requestfailed'] as const)
    page.on(event as 'requestfinished', (request) => {
      open.delete(request);
      last = performance.now();
    });
  return async () => {
    const until = performance.now() + HANG.page;
    while (open.size > 0 || performance.now() - last < QUIET_MS) {
      if (performance.now() > until) throw new Error(`${page.url()} goes on asking`);
      await page.waitForTimeout(LOOK_MS);
    }
  };
}
