import type { Caller, Org } from '../../local-org/org.ts';
import type { AppModel, NavItem, PlatformTexts } from '../page/pageModel.ts';
import { translatedName } from './labels.ts';
import { content, contents, elements, text, texts, type Element } from './xml.ts';

/** Has every app and tab. */
const ADMINISTRATOR_PROFILE = 'System Administrator';
const HOME_PATH = '/lightning/page/home';

export interface Look {
  readonly org: Org;
  readonly caller: Caller;
  readonly language: string;
  readonly texts: PlatformTexts;
}

/** A deployed Lightning app by its developer name: the given one of the user's, else the first of them. */
export function deployedApp(org: Org, { appName, caller }: AppUser): readonly [string, Element] | undefined {
  const own = appsOf(org, caller);
  const apps = own.length > 0 ? own : contents(org, 'CustomApplication');
  return apps.find(([fullName]) => fullName === appName) ?? apps[0];
}

interface AppUser {
  readonly caller: Caller;
  readonly appName: string | undefined;
}

/** The apps of a user: those that permission sets make visible; every one for an administrator. */
function appsOf(org: Org, caller: Caller): readonly (readonly [string, Element])[] {
  const granted = grantsOf(org, caller);
  return contents(org, 'CustomApplication').filter(
    ([name]) =>
      granted === 'all' ||
      granted.some((set) =>
        elements(set, 'applicationVisibilities').some(
          (one) => text(one, 'application') === name && text(one, 'visible') === 'true',
        ),
      ),
  );
}

/** The deployed permission sets of a user. */
function grantsOf(org: Org, { userId }: Caller): 'all' | readonly Element[] {
  const rows = (soql: string) => org.query(soql, org.admin, { version: '66.0' }).records;
  const admin = `SELECT Id FROM User WHERE Id = '${userId}' AND Profile.Name = '${ADMINISTRATOR_PROFILE}'`;
  if (rows(admin).length > 0) return 'all';
  return rows(`SELECT PermissionSet.Name FROM PermissionSetAssignment WHERE AssigneeId = '${userId}'`)
    .map(({ PermissionSet }) => content(org, 'PermissionSet', text(PermissionSet as Element, 'Name') ?? ''))
    .filter((set) => set !== undefined);
}

/** The app's name and navigation items as the caller sees them. `path` is the page that is open. */
export function appModel(app: readonly [string, Element] | undefined, look: Look, path: string): AppModel {
  if (app === undefined) return { label: '', others: [], items: [] };
  const granted = grantsOf(look.org, look.caller);
  const items = texts(app[1], 'tabs')
    .filter((tab) => isShown(tab, granted))
    .map((tab) => navItem(tab, look));
  return {
    label: appLabel(app, look),
    others: appsOf(look.org, look.caller)
      .filter(([name]) => name !== app[0])
      .map((other) => ({ label: appLabel(other, look), path: `/lightning/app/c__${other[0]}` })),
    items: items.map((item) => ({ ...item, current: isCurrent(item.path, path) })),
  };
}

/** Whether the navigation shows a tab: a custom one is hidden until a permission set makes it visible ("PermissionSetTabSetting"). */
function isShown(tab: string, granted: ReturnType<typeof grantsOf>): boolean {
  if (granted === 'all' || tab.startsWith('standard-')) return true;
  return granted.some((set) =>
    elements(set, 'tabSettings').some(
      (one) => text(one, 'tab') === tab && text(one, 'visibility') === 'Visible',
    ),
  );
}

const appLabel = ([name, element]: readonly [string, Element], { org, language }: Look): string =>
  translatedName(org, language, 'customApplications', name) ?? text(element, 'label') ?? name;

/** The address of the app's first tab; home for an app without tabs. */
export function firstPath(app: Element, look: Look): string {
  const [tab] = texts(app, 'tabs');
  return tab === undefined ? HOME_PATH : navItem(tab, look).path;
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
  if (tab === 'standard-home') return { label: look.texts.tabs.home ?? tab, path: HOME_PATH };
  const object = objectOfTab(tab);
  if (object === undefined) {
    return { label: tabLabel(tab, look), path: `/lightning/n/${tab}` };
  }
  return {
    label: pluralLabel(object, look) ?? look.texts.tabs[object] ?? object,
    path: `/lightning/o/${object}/list`,
  };
}

/** The label of a tab that isn't an object's. */
export function tabLabel(tab: string, { org, language }: Look): string {
  const own = text(content(org, 'CustomTab', tab), 'label');
  return translatedName(org, language, 'customTabs', tab) ?? own ?? tab;
}

function pluralLabel(object: string, { org, caller }: Look): string | undefined {
  try {
    return text(org.describe(object, caller), 'labelPlural');
  } catch {
    return undefined;
  }
}

function isCurrent(itemPath: string, path: string): boolean {
  if (itemPath === HOME_PATH) return path === '/' || path === HOME_PATH;
  const [, object] = /^\/lightning\/o\/(\w+)\//.exec(itemPath) ?? [];
  return path === itemPath || (object !== undefined && path.startsWith(`/lightning/r/${object}/`));
}
