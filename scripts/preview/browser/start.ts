import '@lwc/synthetic-shadow';
import './platform/values.ts';
import { onChange } from './platform/changes.ts';
import { model } from './platform/model.ts';
import { h } from './shell/dom.ts';
import { fieldsOfPage, flexiPageView, type About } from './shell/flexiPage.ts';
import { plainValue } from './shell/fieldText.ts';
import { frame } from './shell/frame.ts';
import { listView } from './shell/lists.ts';
import { loadRecord, type ShownRecord } from './shell/record.ts';
import { showToasts } from './shell/toasts.ts';
import type { PageModel, RecordContent } from '../page/pageModel.ts';

const content = h(
  'div',
  { class: 'content', 'aria-busy': 'true' },
  h('p', { class: 'loading', role: 'status' }, model.texts.loading),
);
document.querySelector('#page')?.append(...frame(content), showToasts());

try {
  content.replaceChildren(...(await contentView(model.content)));
} catch (error) {
  content.replaceChildren(problem(model.texts.notFoundTitle, `${model.texts.recordFailed} ${reason(error)}`));
}
content.removeAttribute('aria-busy');

async function contentView(page: PageModel['content']): Promise<readonly HTMLElement[]> {
  switch (page.kind) {
    case 'home':
      return [
        h('h1', { class: 'slds-assistive-text' }, model.app.label),
        ...(await Promise.all(page.lists.map(listView))),
      ];
    case 'list':
      return [h('h1', { class: 'slds-assistive-text' }, page.list.objectLabel), await listView(page.list)];
    case 'homePage':
      return [
        h('h1', { class: 'slds-assistive-text' }, page.title),
        flexiPageView(page.flexiPage),
        ...(await Promise.all(page.lists.map(listView))),
      ];
    case 'record':
      return [await recordView(page)];
    case 'appPage':
      return [h('h1', { class: 'page-title' }, page.title), flexiPageView(page.flexiPage)];
    case 'problem':
      return [problem(page.title, page.message)];
  }
}

async function recordView(page: RecordContent): Promise<HTMLElement> {
  const fields = [
    'Name',
    ...page.compactLayout,
    ...page.layout.flatMap((section) => section.columns.flat().filter((field) => field !== null)),
    ...fieldsOfPage(page.flexiPage),
  ];
  const load = (): Promise<ShownRecord> => loadRecord(page.object, page.recordId, fields);
  const shown = await load();
  document.title = `${plainValue(shown.record, 'Name') ?? page.objectLabel} | ${model.orgName}`;
  const redraws: ((changed: ShownRecord) => void)[] = [];
  onChange((recordIds) => {
    if (!recordIds.has(page.recordId)) return;
    void load().then((changed) => {
      for (const redraw of redraws) redraw(changed);
    });
  });
  const live: About['live'] = (panel) => {
    const place = h('div', {}, panel(shown));
    redraws.push((changed) => {
      place.replaceChildren(panel(changed));
    });
    return place;
  };
  return flexiPageView(page.flexiPage, { content: page, shown, live });
}

function problem(title: string, message: string): HTMLElement {
  return h('section', { class: 'panel problem', role: 'alert' }, h('h1', {}, title), h('p', {}, message));
}

function reason(error: unknown): string {
  const { body } = error as { readonly body?: { readonly message?: string } };
  return body?.message ?? (error instanceof Error ? error.message : '');
}
