import type { PageModel } from './pageModel.ts';

export interface PageAssets {
  /** Import specifier -> URL. */
  readonly imports: Readonly<Record<string, string>>;
  readonly styles: readonly string[];
  /** URL of the module that draws the page. */
  readonly start: string;
}

/** The HTML of a page; the start module draws the content from the model. */
export function pageHtml(model: PageModel, assets: PageAssets, nonce: string): string {
  const title = escaped(`${model.app.label} | ${model.orgName}`);
  return `<!doctype html>
<html lang="${escaped(String(model.i18n.lang))}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
${assets.styles.map((url) => `<link rel="stylesheet" href="${url}">`).join('\n')}
<script type="importmap" nonce="${nonce}">${jsonInHtml({ imports: assets.imports })}</script>
<link rel="modulepreload" href="${assets.start}">
<link rel="modulepreload" href="${assets.imports.lwc ?? assets.start}">
${assets.imports.lws === undefined ? '' : `<link rel="modulepreload" href="${assets.imports.lws}">`}
</head>
<body class="slds-scope">
<div id="page"></div>
<script type="application/json" id="model">${jsonInHtml(model)}</script>
<script type="module" src="${assets.start}"></script>
</body>
</html>
`;
}

/**
 * The page's content security policy: its own server only. LWC adds styles to the document. The sandbox of `sandboxed`
 * components evaluates their code, and reads the blobs that they make before it gives them an address.
 */
export function contentSecurityPolicy(nonce: string, sandboxed: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'${sandboxed ? " 'unsafe-eval'" : ''}`,
    ...(sandboxed ? ["connect-src 'self' blob:"] : []),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** JSON that can't close the script element that it is in. */
function jsonInHtml(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
