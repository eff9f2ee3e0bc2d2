import { h } from './dom.ts';

export interface Tab {
  readonly title: string;
  readonly active: boolean;
  /** Makes the content; called when the tab is opened for the first time. */
  readonly body: () => HTMLElement;
}

/** Tabs as the ARIA Authoring Practices describe them: arrow keys, Home and End move, one tab is in the tab order. */
export function tabset(tabs: readonly Tab[], name: string): HTMLElement {
  const id = (index: number, part: string): string => `${name}-${part}-${index}`;
  const panels = tabs.map((_, index) =>
    h('div', {
      class: 'slds-tabs_default__content tab-panel',
      role: 'tabpanel',
      id: id(index, 'panel'),
      'aria-labelledby': id(index, 'tab'),
    }),
  );
  const links = tabs.map(({ title }, index) =>
    h(
      'a',
      {
        class: 'slds-tabs_default__link',
        role: 'tab',
        href: '#',
        id: id(index, 'tab'),
        'aria-controls': id(index, 'panel'),
        click: (event) => {
          event.preventDefault();
          open(index);
        },
      },
      title,
    ),
  );
  const items = links.map((link) =>
    h('li', { class: 'slds-tabs_default__item', role: 'presentation' }, link),
  );

  function open(chosen: number): void {
    links.forEach((link, index) => {
      const isOpen = index === chosen;
      link.setAttribute('aria-selected', String(isOpen));
      link.tabIndex = isOpen ? 0 : -1;
      items[index]?.classList.toggle('slds-is-active', isOpen);
      panels[index]?.classList.toggle('slds-show', isOpen);
      panels[index]?.classList.toggle('slds-hide', !isOpen);
    });
    const panel = panels[chosen];
    if (panel?.childElementCount === 0) panel.append(tabs[chosen]?.body() ?? '');
  }

  function move(event: Event): void {
    const from = links.findIndex((link) => link === event.target);
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: (from + 1) % links.length,
      ArrowLeft: (from + links.length - 1) % links.length,
      Home: 0,
      End: links.length - 1,
    };
    const to = steps[(event as KeyboardEvent).key];
    if (from < 0 || to === undefined) return;
    event.preventDefault();
    open(to);
    links[to]?.focus();
  }

  open(
    Math.max(
      0,
      tabs.findIndex((tab) => tab.active),
    ),
  );
  return h(
    'div',
    { class: 'panel slds-tabs_default' },
    h('ul', { class: 'slds-tabs_default__nav', role: 'tablist', keydown: move }, ...items),
    ...panels,
  );
}
