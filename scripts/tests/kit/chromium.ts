import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { endsWithFile } from './ending.ts';
import { HANG } from './hang.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/** Keeps Chromium from calling out and lets it run as root in a container. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the machine's Chromium, or the one named in CHROMIUM_PATH. `npm test` installs one where it can. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? installedBrowser();
  if (executablePath === undefined)
    throw new Error(
      'No Chromium was found. Run `node scripts/setup.js --browser` or name one in CHROMIUM_PATH.',
    );
  const browser = await chromium.launch({ executablePath, args: flags, timeout: HANG.page });
  endsWithFile(() => browser.close());
  return browser;
}

function installedBrowser(): string | undefined {
  const folders = (process.env.PATH ?? '').split(':').concat('/usr/bin');
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
