import { OrgError, type JsonRecord, type Org } from '../../local-org/org.ts';
import { deedButtons, type BarDeed } from '../deeds.ts';
import type { PageModel, PlatformTexts } from '../page/pageModel.ts';
import { appModel, deployedApp, tabLabel, tabObjects, type Look } from './app.ts';
import { baseTexts } from './baseTexts.ts';
import { defaultRecordPage, flexiPageModel } from './flexiPage.ts';
import { homePageName } from './homePage.ts';
import { i18nValues } from './i18n.ts';
import { customLabels } from './labels.ts';
import { compactLayout, layoutSections, type RecordKind } from './layout.ts';
import { listModel } from './lists.ts';
import { platformTexts } from './platformTexts.ts';
import { recordPageName } from './recordPage.ts';
import type { Viewer } from './viewer.ts';
import { content, text } from './xml.ts';

const VERSION = '66.0';

interface Building {
  readonly org: Org;
  readonly viewer: Viewer;
  readonly labels: PageModel['labels'];
  readonly texts: PlatformTexts;
  /** The list view that the address names. */
  readonly listView: string | null;
  /** Whether somebody searches: the lists of the standard home are what is searched. */
  readonly searching: boolean;
}

/**
 * Everything that a page needs except records. `path` is the URL's path: `/`, `/lightning/r/Account/001.../view` and so on.
 */
export function buildPage(
  org: Org,
  viewer: Viewer,
  path: string,
  {
    deeds,
    listView = null,
    searching = false,
    ...given
  }: {
    readonly accessToken: string;
    readonly orgName: string;
    readonly deeds: readonly BarDeed[];
    readonly listView?: string | null;
    readonly searching?: boolean;
  },
): PageModel {
  const labels = customLabels(org, viewer.language);
  const words = platformTexts(viewer.language);
  const app = deployedApp(org, viewer);
  const shown = pageContent({ org, viewer, labels, texts: words, listView, searching }, path);
  const look = lookOf(org, viewer);
  return {
    ...given,
    apiVersion: VERSION,
    bar: {
      users: userNames(org),
      user: localName(viewer.username),
      language: viewer.askedLanguage,
      deeds: shown.kind === 'record' ? deedButtons(deeds, shown, viewer.language) : [],
    },
    user: { id: viewer.caller.userId, name: viewer.name, profile: viewer.profile },
    language: viewer.language,
    formFactor: viewer.formFactor,
    i18n: i18nValues({ ...viewer, currency: 'EUR' }),
    labels,
    customPermissions: [...org.customPermissions(viewer.caller)],
    texts: words,
    baseTexts: baseTexts(viewer.language),
    app: appModel(app, look, path),
    query: viewer.query,
    content: shown,
  };
}

/** As what a viewer sees apps and tabs. */
export const lookOf = (org: Org, { caller, language }: Viewer): Look => ({
  org,
  caller,
  language,
  texts: platformTexts(language),
});

function pageContent(building: Building, path: string): PageModel['content'] {
  const { org, viewer, texts: words } = building;
  const [, kind, name = '', id = ''] = /^\/lightning\/([ron])\/(\w+)(?:\/(\w+))?/.exec(path) ?? [];
  const problem: PageModel['content'] = {
    kind: 'problem',
    title: words.notFoundTitle,
    message: words.notFoundMessage,
  };
  if (path === '/' || path === '/lightning/page/home') {
    const [, app] = deployedApp(org, viewer) ?? [];
    const viewed = tabObjects(app).filter((object) => hasPage(building, object));
    const lists = viewed.flatMap((object) => listModel(org, viewer.caller, object) ?? []);
    const page = content(org, 'FlexiPage', homePageName(app, viewer) ?? '');
    if (page === undefined || building.searching) return { kind: 'home', lists };
    const flexiPage = flexiPageModel(page, org, building.labels);
    return { kind: 'homePage', title: words.tabs.home ?? '', flexiPage, lists: path === '/' ? lists : [] };
  }
  if (kind === 'r' && id === 'view')
    return recordContent(building, objectOfId(building, name), name) ?? problem;
  if (kind === 'r') return recordContent(building, name, id) ?? problem;
  if (kind === 'n') return appPage(building, name) ?? elsewhere(building, path) ?? problem;
  const list = kind === 'o' ? listModel(org, viewer.caller, name, building.listView) : undefined;
  if (kind === 'o' && building.listView !== null && list === undefined) return problem;
  return list === undefined ? (elsewhere(building, path) ?? problem) : { kind: 'list', list };
}

/** The page of a tab whose object or page the local org doesn't have, while Connect 360 does. */
function elsewhere({ org, viewer, texts: words }: Building, path: string): PageModel['content'] | undefined {
  const look = lookOf(org, viewer);
  const item = appModel(deployedApp(org, viewer), look, path).items.find(({ current }) => current);
  return item === undefined ? undefined : { kind: 'problem', title: item.label, message: words.elsewhere };
}

const localName = (username: string): string => username.split('@')[0] ?? username;

function userNames(org: Org): readonly string[] {
  const soql =
    'SELECT Username FROM User WHERE IsActive = true AND Profile.PermissionsApiUserOnly = false ORDER BY Username';
  const { records } = org.query(soql, org.admin, { version: VERSION });
  return records.map((row) => localName(text(row, 'Username') ?? ''));
}

function hasPage({ org, viewer }: Building, object: string): boolean {
  const [, app] = deployedApp(org, viewer) ?? [];
  return recordPageName(org, app, { object, isPersonAccount: false }, viewer) !== undefined;
}

function recordContent(
  building: Building,
  object: string,
  recordId: string,
): PageModel['content'] | undefined {
  const { org, viewer, labels } = building;
  const record = visibleRecord(building, object, recordId);
  if (record === undefined) return undefined;
  const kind = recordKind(org, object, record);
  const [, app] = deployedApp(org, viewer) ?? [];
  const pageName = recordPageName(org, app, kind, viewer);
  const page = pageName === undefined ? undefined : content(org, 'FlexiPage', pageName);
  return {
    kind: 'record',
    object,
    objectLabel: String(org.describe(object, viewer.caller).label),
    recordId: String(record.Id),
    compactLayout: compactLayout(org, kind),
    layout: layoutSections(org, kind, viewer.language),
    flexiPage: page === undefined ? defaultRecordPage() : flexiPageModel(page, org, labels),
  };
}

function appPage({ org, labels, viewer }: Building, tab: string): PageModel['content'] | undefined {
  const customTab = content(org, 'CustomTab', tab);
  const page = content(org, 'FlexiPage', text(customTab, 'flexiPage') ?? '');
  if (customTab === undefined || page === undefined) return undefined;
  const title = tabLabel(tab, lookOf(org, viewer));
  return { kind: 'appPage', tab, title, flexiPage: flexiPageModel(page, org, labels) };
}

/** The object of an id, by its first three characters. */
function objectOfId({ org, viewer }: Building, id: string): string {
  const objects = org.describeGlobal(viewer.caller);
  return (
    text(
      objects.find((object) => object.keyPrefix === id.slice(0, 3)),
      'name',
    ) ?? ''
  );
}

function visibleRecord({ org, viewer }: Building, object: string, id: string): JsonRecord | undefined {
  try {
    return org.retrieve(object, id, viewer.caller, { version: VERSION });
  } catch (error) {
    if (error instanceof OrgError) return undefined;
    throw error;
  }
}

function recordKind(org: Org, object: string, record: JsonRecord): RecordKind {
  const isPersonAccount = record.IsPersonAccount === true;
  const id = record.RecordTypeId;
  if (typeof id !== 'string') return { object, isPersonAccount };
  const soql = `SELECT DeveloperName FROM RecordType WHERE Id = '${id}'`;
  const [row] = org.query(soql, org.admin, { version: VERSION }).records;
  return row === undefined
    ? { object, isPersonAccount }
    : { object, isPersonAccount, recordType: String(row.DeveloperName) };
}
