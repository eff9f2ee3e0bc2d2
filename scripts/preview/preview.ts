import { randomBytes } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, normalize } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import type { Org } from '../local-org/org.ts';
import { pageAssets, type Assets } from './assets.ts';
import { DEEDS_PATH, runDeed, type BarDeed } from './deeds.ts';
import { deployedApp, firstPath } from './model/app.ts';
import { buildPage, lookOf } from './model/buildPage.ts';
import { viewerOf, type Viewer } from './model/viewer.ts';
import { contentSecurityPolicy, pageHtml } from './page/html.ts';

export interface PreviewOptions {
  readonly org: Org;
  /** A new access token of a user with labels in a language, `LocalOrgServer.tokenFor`. */
  readonly tokenFor: (username: string, language: string) => string | undefined;
  /** The page's user when the URL has no `?as=`. */
  readonly defaultUser: string;
  /** The app that a user who has it begins in; by default the first that was deployed. */
  readonly defaultApp?: string;
  /** The company's name in the header. */
  readonly orgName: string;
  /** What buttons of the bar above the page do; none by default. */
  readonly deeds?: readonly BarDeed[];
  /** Cache of builds; `.local/preview` of the project by default. */
  readonly cacheFolder?: string;
}

export interface Preview {
  /** Handles a request; true when it handles the response. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  /** Builds what pages load, unless it is in the cache: ten seconds or so the first time, in a thread of its own. */
  readonly prepare: () => Promise<void>;
}

const defaultCache = fileURLToPath(new URL('../../.local/preview/', import.meta.url));

/**
 * The pages of the org in a browser: `/` and `/lightning/page/home`, `/lightning/o/<object>/list`,
 * `/lightning/r/<object>/<id>/view`, `/lightning/n/<tab>`, `/lightning/app/c__<app>`, drawn from the metadata and the components that are deployed at that moment.
 */
export function createPreview(options: PreviewOptions): Preview {
  const assets = pageAssets(options.org, options.cacheFolder ?? defaultCache);
  const handle: Preview['handle'] = async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (request.method === 'POST' && url.pathname.startsWith(DEEDS_PATH) && isLocal(request)) {
      const [status, text] = await runDeed(options.deeds ?? [], url, request.headers);
      return send(response, status, 'text/plain; charset=utf-8', text);
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    if (url.pathname.startsWith('/assets/')) return sendAsset(assets, url.pathname, response);
    if (url.pathname !== '/' && !url.pathname.startsWith('/lightning/')) return false;
    if (!isLocal(request))
      return send(response, 421, 'text/plain', 'This server answers to its local address only.');
    return sendPage(options, assets, url, response);
  };
  return {
    handle,
    async prepare() {
      await assets.forPage(true);
    },
  };
}

/**
 * A page contains an access token, so it isn't served to a foreign host name that resolves to this machine (DNS rebinding).
 */
function isLocal(request: IncomingMessage): boolean {
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(request.headers.host ?? '');
}

async function sendPage(
  options: PreviewOptions,
  assets: Assets,
  url: URL,
  response: ServerResponse,
): Promise<boolean> {
  const viewer = viewerOf(options.org, url.searchParams, options);
  const accessToken = viewer && options.tokenFor(viewer.username, viewer.language);
  if (viewer === undefined || accessToken === undefined) {
    const name = url.searchParams.get('as') ?? options.defaultUser;
    return send(
      response,
      404,
      'text/plain',
      `There is no active user ${name}. Name one of the org with ?as=<username>.`,
    );
  }
  // https://support.improveit360.com/hc/en-us/articles/4423697638295: what such a user reads after the login.
  if (options.org.isApiOnly(viewer.caller))
    return send(response, 403, 'text/plain', 'Access Restricted for API Only Users');
  const [, appName] = /^\/lightning\/app\/c__(\w+)$/.exec(url.pathname) ?? [];
  if (appName !== undefined) return openApp(options.org, { ...viewer, appName }, url, response);
  const { orgName, deeds = [] } = options;
  const model = buildPage(options.org, viewer, url.pathname, {
    accessToken,
    orgName,
    deeds,
    listView: url.searchParams.get('filterName'),
    searching: (url.searchParams.get('q') ?? '') !== '',
  });
  const nonce = randomBytes(16).toString('base64');
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Security-Policy', contentSecurityPolicy(nonce, viewer.sandboxed));
  response.setHeader('Referrer-Policy', 'no-referrer');
  const loaded = await assets.forPage(viewer.sandboxed);
  return send(response, 200, 'text/html; charset=utf-8', pageHtml(model, loaded, nonce));
}

/** Leads from the address of an app to its first tab. LWC guide, "Page Reference Types", `standard__app`. */
function openApp(org: Org, viewer: Viewer, { searchParams }: URL, response: ServerResponse): true {
  const [name = '', app] = deployedApp(org, viewer) ?? [];
  if (app === undefined || name !== viewer.appName)
    return send(response, 404, 'text/plain', 'There is no such app.');
  const query = new URLSearchParams(searchParams);
  query.set('app', name);
  response.setHeader('Location', `${firstPath(app, lookOf(org, viewer))}?${query.toString()}`);
  return send(response, 302, 'text/plain', '');
}

async function sendAsset(assets: Assets, path: string, response: ServerResponse): Promise<boolean> {
  const type = path.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8';
  const found = await assets.file(path.slice('/assets/'.length));
  if (found === undefined) return send(response, 404, 'text/plain', 'There is no such file.');
  response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
  if ('text' in found) return send(response, 200, type, found.text);
  const file = join(found.folder, normalize(`/${found.name}`));
  if (!existsSync(file)) return send(response, 404, 'text/plain', 'There is no such file.');
  response.writeHead(200, { 'Content-Type': type });
  await pipeline(createReadStream(file), response);
  return true;
}

function send(response: ServerResponse, status: number, type: string, body: string): true {
  response.writeHead(status, { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' });
  response.end(body);
  return true;
}
