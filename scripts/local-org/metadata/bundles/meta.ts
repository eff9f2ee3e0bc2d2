import { XMLParser } from 'fast-xml-parser';
import { parseXml } from '../xmlDocument.ts';

/** A property shown in App Builder. */
export interface DesignProperty {
  readonly name: string;
  readonly type: string;
  readonly datasource: string | undefined;
  readonly required: boolean;
  readonly min: number | undefined;
  readonly max: number | undefined;
}

interface TargetConfig {
  readonly targets: readonly string[];
  readonly objects: readonly string[];
  readonly properties: readonly DesignProperty[];
}

/** The configuration file of a bundle (`.js-meta.xml`). */
export interface BundleMeta {
  readonly apiVersion: string | undefined;
  readonly targets: readonly string[];
  readonly configs: readonly TargetConfig[];
  /** An error in the file itself. */
  readonly problem?: { readonly message: string; readonly line: number; readonly column: number };
}

const LISTS = ['target', 'targetConfig', 'object', 'property'];

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (name) => LISTS.includes(name),
});

type Element = Readonly<Record<string, unknown>>;

const isElement = (value: unknown): value is Element => typeof value === 'object' && value !== null;
const child = (of: unknown, name: string): unknown => (isElement(of) ? of[name] : undefined);
function list(of: unknown, name: string): readonly unknown[] {
  const value = child(of, name);
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}
function text(of: unknown, name: string): string | undefined {
  const value = child(of, name);
  return typeof value === 'string' ? value.trim() : undefined;
}
const texts = (of: unknown, name: string): readonly string[] =>
  list(of, name).filter((value): value is string => typeof value === 'string');

const numberOf = (value: string | undefined): number | undefined =>
  value === undefined || value === '' ? undefined : Number(value);

const propertyOf = (property: unknown): DesignProperty => ({
  name: text(property, '@name') ?? '',
  type: text(property, '@type') ?? '',
  datasource: text(property, '@datasource'),
  required: text(property, '@required') === 'true',
  min: numberOf(text(property, '@min')),
  max: numberOf(text(property, '@max')),
});

const configOf = (config: unknown): TargetConfig => ({
  targets: (text(config, '@targets') ?? '')
    .split(',')
    .map((target) => target.trim())
    .filter(Boolean),
  objects: texts(child(config, 'objects'), 'object'),
  properties: list(config, 'property').map(propertyOf),
});

/** Reads a `.js-meta.xml`. */
export function readMeta(content: string): BundleMeta {
  const document = parseXml(content);
  const empty = { apiVersion: undefined, targets: [], configs: [] };
  if ('message' in document) return { ...empty, problem: document };
  if (document.root !== 'LightningComponentBundle')
    return {
      ...empty,
      problem: {
        message: `Element ${document.root} is not the document element of LightningComponentBundle`,
        line: 1,
        column: 1,
      },
    };
  const bundle = child(parser.parse(content), 'LightningComponentBundle');
  return {
    apiVersion: text(bundle, 'apiVersion'),
    targets: texts(child(bundle, 'targets'), 'target'),
    configs: list(child(bundle, 'targetConfigs'), 'targetConfig').map(configOf),
    ...(document.problem === undefined ? {} : { problem: document.problem }),
  };
}
