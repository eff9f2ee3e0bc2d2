import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from '../../browser.js';
import { endsWithFile } from './ending.ts';
import { HANG } from './hang.ts';

/**
 * Keeps Chromium from network calls of its own, and lets it run as root in a container. Pages of a site share a process, which
 * has their scripts compiled from the second page on: a page takes two thirds of the time.
 */
const FLAGS = [
  '--no-sandbox',
  '--process-per-site',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the machine's Chromium, or the one named in CHROMIUM_PATH. `npm test` installs one where it can. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined)
    throw new Error(
      'No Chromium was found. Run `node scripts/setup.js --browser` or name one in CHROMIUM_PATH.',
    );
  const browser = await chromium.launch({ executablePath, args: FLAGS, timeout: HANG.page });
  endsWithFile(() => browser.close());
  return browser;
}
