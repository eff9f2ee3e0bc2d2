import type { PageModel } from '../../page/pageModel.ts';

/** The page model that the server has put into this page. */
export const model = JSON.parse(document.querySelector('#model')?.textContent ?? '{}') as PageModel;
