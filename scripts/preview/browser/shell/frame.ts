import { model } from '../platform/model.ts';
import { pageUrl } from '../platform/pageReference.ts';
import { previewBar } from './bar.ts';
import { h, sign, SIGNS } from './dom.ts';

/** Header with search, the app's navigation bar, and the content. */
export function frame(content: HTMLElement): readonly HTMLElement[] {
  return [
    h(
      'a',
      { class: 'slds-assistive-text slds-assistive-text_focus skip', href: '#content' },
      model.texts.skipToContent,
    ),
    previewBar(),
    h('header', { class: 'page-header' }, orgName(), search(), viewer()),
    h(
      'nav',
      { class: 'app-bar', 'aria-label': model.texts.appNavigation },
      appLauncher(),
      h('span', { class: 'app-name' }, model.app.label),
      h('ul', { class: 'app-items' }, ...model.app.items.map(navItem)),
    ),
    h('main', { id: 'content', class: 'page-content', tabindex: '-1' }, content),
  ];
}

/** The user's other apps; nothing when there is none. */
function appLauncher(): HTMLElement | null {
  if (model.app.others.length === 0) return null;
  const links = model.app.others.map(({ label, path }) =>
    h('li', {}, h('a', { href: pageUrl(path) }, label)),
  );
  return h(
    'details',
    { class: 'app-launcher' },
    h('summary', {}, model.texts.appLauncher),
    h('ul', { class: 'app-items' }, ...links),
  );
}

function orgName(): HTMLElement {
  return h('a', { class: 'org-name', href: pageUrl('/') }, model.orgName);
}

function search(): HTMLElement {
  const kept = [...new URLSearchParams(model.query)].map(([name, value]) =>
    h('input', { type: 'hidden', name, value }),
  );
  const asked = new URLSearchParams(location.search).get('q') ?? '';
  return h(
    'form',
    { class: 'search', role: 'search', action: '/' },
    sign(SIGNS.search),
    h('input', {
      class: 'slds-input',
      type: 'search',
      name: 'q',
      value: asked,
      placeholder: model.texts.search,
      'aria-label': model.texts.search,
    }),
    ...kept,
  );
}

function viewer(): HTMLElement {
  const initials = model.user.name
    .split(' ')
    .map((word) => word.slice(0, 1))
    .join('')
    .slice(0, 2);
  return h(
    'span',
    { class: 'viewer' },
    h('span', { class: 'viewer-initials', 'aria-hidden': 'true' }, initials),
    h('span', { class: 'viewer-name' }, model.user.name),
  );
}

function navItem({ label, path, current }: (typeof model.app.items)[number]): HTMLElement {
  return h('li', {}, h('a', { href: pageUrl(path), 'aria-current': current ? 'page' : undefined }, label));
}
