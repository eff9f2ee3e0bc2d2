import type { PageModel } from '../../page/pageModel.ts';

/** What the server said about this page. */
export const model = JSON.parse(document.querySelector('#model')?.textContent ?? '{}') as PageModel;
