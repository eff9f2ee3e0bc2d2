import { model } from './model.ts';

/** The kinds of page references of lightning/navigation that these pages support. */
export interface PageReference {
  readonly type: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly state?: Readonly<Record<string, string>>;
}

/** The address of a page of this app for the same user. */
export function pageUrl(path: string): string {
  return `${path}${model.query}`;
}

/** Adds a link's state to a page's address; names of state must have a prefix (LWC guide, "Page Reference", state). */
function withState(address: string, state: Readonly<Record<string, string>>): string {
  const added = new URLSearchParams(state).toString();
  if (added === '') return address;
  return `${address}${address.includes('?') ? '&' : '?'}${added}`;
}

/** The URL of a page reference (LWC guide, "Page Reference Types"). Throws for a type these pages don't have. */
export function urlOf({ type, attributes = {}, state = {} }: PageReference): string {
  const {
    recordId = '',
    objectApiName = '',
    apiName = '',
    url = '',
    pageName = '',
    appTarget = '',
  } = attributes;
  switch (type) {
    case 'standard__recordPage':
      return withState(
        pageUrl(`/lightning/r/${objectApiName === '' ? '' : `${objectApiName}/`}${recordId}/view`),
        state,
      );
    case 'standard__objectPage':
      return withState(pageUrl(`/lightning/o/${objectApiName}/list`), state);
    case 'standard__navItemPage':
      return withState(pageUrl(`/lightning/n/${apiName}`), state);
    case 'standard__app':
      return pageUrl(`/lightning/app/${appTarget}`);
    case 'standard__namedPage':
      if (pageName === 'home') return withState(pageUrl('/lightning/page/home'), state);
      break;
    case 'standard__webPage':
      return url;
  }
  throw new Error(`These pages have no ${type} ${pageName}.`);
}

/** The reference of the page that is open. */
export function currentPageReference(): PageReference {
  const { content } = model;
  const state = Object.fromEntries(new URLSearchParams(location.search));
  if (content.kind === 'record') {
    const { object: objectApiName, recordId } = content;
    return {
      type: 'standard__recordPage',
      attributes: { objectApiName, recordId, actionName: 'view' },
      state,
    };
  }
  if (content.kind === 'list')
    return {
      type: 'standard__objectPage',
      attributes: { objectApiName: content.list.object, actionName: 'list' },
      state,
    };
  if (content.kind === 'appPage')
    return { type: 'standard__navItemPage', attributes: { apiName: content.tab }, state };
  return { type: 'standard__namedPage', attributes: { pageName: 'home' }, state };
}
