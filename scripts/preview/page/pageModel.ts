/**
 * What the server puts into a page besides records: user, language, and the deployed metadata from which it is drawn. The
 * page reads records over the org's own APIs, with that user's rights.
 */
export interface PageModel {
  readonly accessToken: string;
  readonly apiVersion: string;
  readonly orgName: string;
  readonly bar: BarModel;
  readonly user: { readonly id: string; readonly name: string; readonly profile: string };
  /** `nl_NL`: the language of labels. */
  readonly language: string;
  readonly formFactor: FormFactor;
  /** Values of `@salesforce/i18n/*`. */
  readonly i18n: Readonly<Record<string, unknown>>;
  /** `c.<name>` -> text in the language. */
  readonly labels: Readonly<Record<string, string>>;
  readonly customPermissions: readonly string[];
  readonly texts: PlatformTexts;
  /** Words of the base components by the name of their label, where they aren't in English. */
  readonly baseTexts: Readonly<Record<string, string>>;
  readonly app: AppModel;
  /** Added to every link, so that the next page has the same user: `?as=...`, or empty. */
  readonly query: string;
  readonly content:
    | HomeContent
    | HomePageContent
    | ListContent
    | RecordContent
    | AppPageContent
    | ProblemContent;
}

/** The bar above the page. */
export interface BarModel {
  /** User names without their domain. */
  readonly users: readonly string[];
  readonly user: string;
  /** Empty for the user's own. */
  readonly language: string;
  /** Buttons for the record of the page. */
  readonly deeds: readonly DeedButton[];
}

export interface DeedButton {
  readonly label: string;
  /** Said when it is done. */
  readonly done: string;
  /** Where a POST has it done. */
  readonly path: string;
}

export type FormFactor = 'Large' | 'Small';

export interface AppModel {
  readonly label: string;
  /** The other apps of the user. */
  readonly others: readonly AppLink[];
  readonly items: readonly NavItem[];
}

export interface AppLink {
  readonly label: string;
  readonly path: string;
}

export interface NavItem {
  readonly label: string;
  readonly path: string;
  readonly current: boolean;
}

export interface HomeContent {
  readonly kind: 'home';
  readonly lists: readonly ListModel[];
}

/** A Lightning page that is the home page of the app. */
export interface HomePageContent {
  readonly kind: 'homePage';
  readonly title: string;
  readonly flexiPage: FlexiPageModel;
  /** At the root these follow, for the way to a record. An org's home page doesn't have them. */
  readonly lists: readonly ListModel[];
}

export interface ListContent {
  readonly kind: 'list';
  readonly list: ListModel;
}

export interface ListModel {
  readonly object: string;
  readonly objectLabel: string;
  readonly views: readonly { readonly name: string; readonly label: string }[];
  /** The name of the one that is open. */
  readonly view: string;
}

export interface RecordContent {
  readonly kind: 'record';
  readonly object: string;
  readonly objectLabel: string;
  readonly recordId: string;
  /** Fields of the highlights panel; the first is the title. */
  readonly compactLayout: readonly string[];
  readonly layout: readonly LayoutSection[];
  readonly flexiPage: FlexiPageModel;
}

export interface AppPageContent {
  readonly kind: 'appPage';
  readonly tab: string;
  readonly title: string;
  readonly flexiPage: FlexiPageModel;
}

export interface ProblemContent {
  readonly kind: 'problem';
  readonly title: string;
  readonly message: string;
}

export interface LayoutSection {
  readonly label: string;
  readonly headed: boolean;
  /** Columns from left to right; null is an empty space. */
  readonly columns: readonly (readonly (string | null)[])[];
}

export interface FlexiPageModel {
  readonly template: string;
  /** Regions of the template and facets, by name. */
  readonly regions: Readonly<Record<string, readonly PageItem[]>>;
}

export type PageItem = ComponentItem | FieldItem;

export interface ComponentItem {
  readonly kind: 'component';
  /** `force:detailPanel`; a deployed Lightning web component is `c:name`. */
  readonly name: string;
  readonly label: string;
  readonly properties: Readonly<Record<string, string | number | boolean>>;
  /** Why it may not stand on this page. */
  readonly refused?: string;
  readonly visibility?: VisibilityRule;
}

export interface FieldItem {
  readonly kind: 'field';
  /** `Record.Name` */
  readonly field: string;
  readonly visibility?: VisibilityRule;
}

export interface VisibilityRule {
  readonly criteria: readonly Criterion[];
  /** `1 AND (2 OR 3)`; all of the criteria unless given. */
  readonly booleanFilter?: string;
}

export interface Criterion {
  /** `{!Record.Name}` */
  readonly leftValue: string;
  readonly operator: string;
  readonly rightValue: string;
}

export interface BarTexts {
  readonly title: string;
  readonly user: string;
  readonly language: string;
  readonly ownLanguage: string;
  readonly formFactor: string;
  readonly large: string;
  readonly small: string;
}

export interface ListTexts {
  readonly view: string;
  readonly more: string;
  readonly empty: string;
  readonly failed: string;
  /** Before the label of the column. */
  readonly sortedBy: string;
}

/** Texts of Lightning Experience itself, in the page's language. */
export interface PlatformTexts {
  readonly search: string;
  readonly appNavigation: string;
  readonly appLauncher: string;
  readonly skipToContent: string;
  readonly details: string;
  readonly related: string;
  readonly activity: string;
  readonly record: string;
  readonly records: string;
  readonly list: ListTexts;
  readonly elsewhere: string;
  readonly bar: BarTexts;
  readonly loading: string;
  readonly none: string;
  readonly yes: string;
  readonly no: string;
  readonly standardComponent: string;
  readonly componentFailed: string;
  readonly recordFailed: string;
  readonly notFoundTitle: string;
  readonly notFoundMessage: string;
  readonly close: string;
  readonly tabs: Readonly<Record<string, string>>;
}
