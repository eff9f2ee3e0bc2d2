import type { Page } from 'playwright-core';
import { HANG } from './hang.ts';

/** A page has loaded all its data when it sends no request for so long. */
const QUIET_MS = 100;
const LOOK_MS = 20;

/**
 * Watches a page's requests from before it opens. The returned function waits until all are answered and no new one follows.
 * Playwright's `networkidle` waits half a second each time, which adds up to minutes over hundreds of pages.
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
