import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element's children by name; the text of a leaf; arrays where the element may repeat. */
export type XmlContent = Readonly<Record<string, unknown>>;

/** The elements that may repeat, in the metadata types that are understood. Metadata API developer guide. */
const REPEATABLE = new Set([
  ...[
    'fields',
    'validationRules',
    'recordTypes',
    'listViews',
    'compactLayouts',
    'webLinks',
    'fieldSets',
    'businessProcesses',
    'indexes',
  ],
  ...[
    'actionOverrides',
    'valueSettings',
    'summaryFilterItems',
    'picklistValues',
    'values',
    'columns',
    'filters',
    'standardValue',
    'customValue',
  ],
  ...[
    'fieldPermissions',
    'objectPermissions',
    'customPermissions',
    'userPermissions',
    'applicationVisibilities',
    'tabSettings',
    'recordTypeVisibilities',
  ],
  ...[
    'classAccesses',
    'pageAccesses',
    'customMetadataTypeAccesses',
    'customSettingAccesses',
    'flowAccesses',
    'requiredPermission',
    'permissionSets',
  ],
  ...[
    'labels',
    'customLabels',
    'customApplications',
    'customTabs',
    'reportTypes',
    'quickActions',
    'globalPicklists',
    'caseValues',
    'layouts',
    'sharingReasons',
    'standardFields',
    'workflowTasks',
  ],
  ...[
    'flexiPageRegions',
    'itemInstances',
    'componentInstances',
    'componentInstanceProperties',
    'fieldInstanceProperties',
    'criteria',
    'platformActionlist',
    'events',
  ],
  ...[
    'layoutSections',
    'layoutColumns',
    'layoutItems',
    'relatedLists',
    'relatedListItems',
    'excludeButtons',
    'quickActionListItems',
    'platformActionListItems',
    'multilineLayoutFields',
  ],
  ...[
    'types',
    'members',
    'tabs',
    'utilityBar',
    'profileActionOverrides',
    'workspaceConfig',
    'mappings',
    'valueSetValues',
    'valueTranslation',
    'formFactors',
  ],
]);

/** `fields` of a compact layout and of a list of columns are leaves that repeat too; `value` repeats in one place only. */
const isArray = (name: string, path: unknown): boolean =>
  REPEATABLE.has(name) || (name === 'value' && String(path).endsWith('valueSetDefinition.value'));

const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  isArray,
});

/** What is wrong with a file's XML, and where. */
export interface XmlProblem {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

export interface XmlDocument {
  /** The name of the outermost element. */
  readonly root: string;
  readonly content: XmlContent;
}

/** The document of an XML text, or what keeps it from being one. */
export function parseXml(text: string): XmlDocument | XmlProblem {
  // Its successor is a package of its own that adds nothing here.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const valid = XMLValidator.validate(text);
  if (valid !== true) return { message: valid.err.msg, line: valid.err.line, column: valid.err.col };
  const parsed = parser.parse(text) as Record<string, unknown>;
  const root = Object.keys(parsed)[0];
  if (root === undefined) return { message: 'Premature end of file.', line: 1, column: 1 };
  const content = parsed[root];
  return { root: root.replace(/^.*:/, ''), content: isContent(content) ? content : {} };
}

/** Whether a value is an element with children. */
export function isContent(value: unknown): value is XmlContent {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The elements of that name; none when there are none. */
export function elements(content: XmlContent, name: string): readonly XmlContent[] {
  const value = content[name];
  if (Array.isArray(value)) return value.filter(isContent);
  return isContent(value) ? [value] : [];
}

/** The texts of the elements of that name. */
export function texts(content: XmlContent, name: string): readonly string[] {
  const value = content[name];
  if (Array.isArray(value)) return value.filter((entry) => typeof entry === 'string');
  return typeof value === 'string' ? [value] : [];
}

/** The text of the first element of that name, or null when it is absent or empty. */
export function textOf(content: XmlContent, name: string): string | null {
  return texts(content, name).find((value) => value !== '') ?? null;
}

/** Whether the element of that name says `true`. */
export function flagOf(content: XmlContent, name: string): boolean {
  return textOf(content, name) === 'true';
}

/** The number in the element of that name, or `otherwise`. */
export function numberOf(content: XmlContent, name: string, otherwise: number): number {
  const text = textOf(content, name);
  return text === null ? otherwise : Number(text);
}

/** The line, from 1, on which `needle` first stands in `text`; 1 when it doesn't. */
export function lineOf(text: string, needle: string): number {
  const at = text.indexOf(needle);
  return at < 0 ? 1 : text.slice(0, at).split('\n').length;
}
