import { copyFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { ROOT } from '../../connect360/root.ts';
import { connect360Template } from '../../connect360/template.ts';
import { startConnect360, type Connect360 } from './connect360.ts';
import { launchChromium } from './chromium.ts';
import { folderForFile } from './folder.ts';
import { HANG } from './hang.ts';
import { runJob } from './job.ts';
import { watchRequests } from './settled.ts';

export interface Look {
  /** The user's name before the @. */
  readonly as?: string;
  readonly lang?: string;
  readonly width?: number;
  readonly formFactor?: 'Small';
  /** False: without Lightning Web Security's sandbox around the components. */
  readonly lws?: boolean;
}

/** Connect 360 with the sample records after one run of the job on the sample feed, and a browser. */
export interface Site {
  readonly connect360: Connect360;
  /** Opens a page and waits until it shows its content. */
  readonly open: (path: string, look?: Look) => Promise<Page>;
  /** The path of the page of the record whose Name is given. */
  readonly pathOf: (object: string, name: string) => Promise<string>;
  /** Errors in the browser's console so far, each with its page. */
  readonly errors: readonly string[];
  /** Runs the job on events, lines of a feed. */
  readonly runJob: (events: readonly object[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

const HEIGHT = 1000;
const SCREENSHOTS = join(ROOT, '.local', 'screenshots');

/** The environment variable with the folder of `prepareSite`. */
export const PREPARED_SITE = 'CONNECT360_PREPARED_SITE';
const DATABASE = 'org.db';
const STATE = 'state';

/** Prepares a folder for `openSite`: the database of an org after one run of the job, and the job's state. */
export async function prepareSite(folder: string): Promise<void> {
  const file = join(folder, DATABASE);
  copyFileSync(await connect360Template(), file);
  const connect360 = await startConnect360(['--data', file]);
  await runFeed(connect360, join(ROOT, 'config', 'samples', 'feed'), join(folder, STATE));
  await connect360.close();
}

/** Starts from the prepared folder, or prepares one. `features`: options of `npm run org`, such as `--sharing private`. */
export async function openSite(features: readonly string[] = []): Promise<Site> {
  const { folder } = folderForFile('connect360-site-');
  const prepared = process.env[PREPARED_SITE];
  if (prepared === undefined) await prepareSite(folder);
  else cpSync(prepared, folder, { recursive: true });
  const connect360 = await startConnect360(['--data', join(folder, DATABASE), ...features]);
  const browser = await launchChromium();
  const errors: string[] = [];
  // One context for all pages, so that the browser's cache works as for an agent.
  const context = await browser.newContext();
  context.setDefaultTimeout(HANG.page);
  // Keeps the process of the site, with what it has compiled, from one page to the next.
  await (await context.newPage()).goto(`${connect360.url}/services/data`);
  const open = opener(context, connect360.url, errors);
  return {
    connect360,
    open,
    errors,
    async pathOf(object, name) {
      const [row] = await connect360.query(`SELECT Id FROM ${object} WHERE Name = '${name}'`);
      return `/lightning/r/${object}/${String(row?.Id)}/view`;
    },
    async runJob(events) {
      const file = join(folder, 'later.ndjson');
      writeFileSync(file, events.map((event) => JSON.stringify(event)).join('\n'));
      await runFeed(connect360, file, join(folder, STATE));
    },
    async close() {
      await browser.close();
      await connect360.close();
    },
  };
}

/** Saves a screenshot in .local/screenshots when SCREENSHOTS=1. `whole`: the whole page, not just the visible part. */
export async function keepPicture(page: Page, name: string, whole = true): Promise<void> {
  if (process.env.SCREENSHOTS !== '1') return;
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: whole });
}

/** The same of a part of a page; docs/images has some of them, by these names. */
export async function keepPart(part: Locator, name: string): Promise<void> {
  if (process.env.SCREENSHOTS !== '1') return;
  mkdirSync(SCREENSHOTS, { recursive: true });
  await part.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
}

function opener(context: BrowserContext, url: string, errors: string[]): Site['open'] {
  return async (path, { as, lang, width = 1440, formFactor, lws = true } = {}) => {
    const page = await context.newPage();
    const settled = watchRequests(page);
    await page.setViewportSize({ width, height: HEIGHT });
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(`${page.url()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`));
    const query = new URLSearchParams({
      ...(as && { as }),
      ...(lang && { lang }),
      ...(formFactor && { formFactor }),
      ...(!lws && { lws: '0' }),
    }).toString();
    await page.goto(`${url}${path}${query && `?${query}`}`);
    await page.locator('.content:not([aria-busy])').waitFor();
    await settled();
    return page;
  };
}

/** Throws unless the run finished: with exit code 0, or 1 for rejected lines, as in the sample feed. */
async function runFeed(connect360: Connect360, feed: string, state: string): Promise<void> {
  const args = ['run', '--feed', feed, '--state-dir', state, '--quiet'];
  const { code, stderr } = await runJob(args, { env: connect360.jwtEnv('sync@connect360.local') });
  if (code !== 0 && code !== 1) throw new Error(`the job ended with exit code ${String(code)}: ${stderr}`);
}
