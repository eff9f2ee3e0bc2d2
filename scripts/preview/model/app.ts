import type { Caller, Org } from '../../local-org/org.ts';
import type { AppModel, NavItem, PlatformTexts } from '../page/pageModel.ts';
import { translatedName } from './labels.ts';
import { content, contents, text, texts, type Element } from './xml.ts';

interface Look {
  readonly org: Org;
  readonly caller: Caller;
  readonly language: string;
  readonly texts: PlatformTexts;
}

/** A deployed Lightning app by its developer name: the given one, else the first. */
export function deployedApp(org: Org, name?: string): readonly [string, Element] | undefined {
  const apps = contents(org, 'CustomApplication');
  return apps.find(([fullName]) => fullName === name) ?? apps[0];
}

/** The app's name and navigation items as the caller sees them. `path` is the page that is open. */
export function appModel(app: readonly [string, Element] | undefined, look: Look, path: string): AppModel {
  if (app === undefined) return { label: '', items: [] };
  const [name, element] = app;
  const label =
    translatedName(look.org, look.language, 'customApplications', name) ?? text(element, 'label') ?? name;
  const items = texts(element, 'tabs').map((tab) => navItem(tab, look));
  return { label, items: items.map((item) => ({ ...item, current: isCurrent(item.path, path) })) };
}

/** The objects of the app's tabs, in their order. */
export function tabObjects(app: Element | undefined): readonly string[] {
  return texts(app, 'tabs').flatMap((tab) => objectOfTab(tab) ?? []);
}

function objectOfTab(tab: string): string | undefined {
  if (tab.startsWith('standard-')) return tab.slice('standard-'.length);
  return tab.endsWith('__c') ? tab : undefined;
}

function navItem(tab: string, look: Look): Omit<NavItem, 'current'> {
  if (tab === 'standard-home') return { label: look.texts.tabs.home ?? tab, path: '/' };
  const object = objectOfTab(tab);
  if (object === undefined) {
    const own = text(content(look.org, 'CustomTab', tab), 'label');
    return {
      label: translatedName(look.org, look.language, 'customTabs', tab) ?? own ?? tab,
      path: `/lightning/n/${tab}`,
    };
  }
  return {
    label: pluralLabel(object, look) ?? look.texts.tabs[object] ?? object,
    path: `/lightning/o/${object}/list`,
  };
}

function pluralLabel(object: string, { org, caller }: Look): string | undefined {
  try {
    return text(org.describe(object, caller), 'labelPlural');
  } catch {
    return undefined;
  }
}

function isCurrent(itemPath: string, path: string): boolean {
  if (itemPath === '/') return path === '/';
  const [, object] = /^\/lightning\/o\/(\w+)\//.exec(itemPath) ?? [];
  return path === itemPath || (object !== undefined && path.startsWith(`/lightning/r/${object}/`));
}
