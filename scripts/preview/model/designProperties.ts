import { XMLParser } from 'fast-xml-parser';
import type { MetadataComponent } from '../../local-org/org.ts';
import { elements, text, texts, type Element } from './xml.ts';

/** A property that an admin sets in the page builder. */
export interface DesignProperty {
  readonly name: string;
  readonly type: string;
  readonly default?: string;
}

/** What a bundle says of pages of a kind: whether it may stand on them, and the properties that it offers there. */
export interface Design {
  readonly available: boolean;
  readonly properties: readonly DesignProperty[];
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseAttributeValue: false,
});

/** The design of a Lightning component bundle for a target such as `lightning__HomePage`, from its js-meta.xml. */
export function designOf(bundle: MetadataComponent, target: string): Design {
  const [, bytes] = [...bundle.files].find(([path]) => path.endsWith('.js-meta.xml')) ?? [];
  if (bytes === undefined) return { available: false, properties: [] };
  const { LightningComponentBundle: root } = parser.parse(Buffer.from(bytes).toString('utf8')) as Element;
  const bundleOf = root as Element;
  const properties = elements(elements(bundleOf, 'targetConfigs')[0], 'targetConfig')
    .filter((config) => (text(config, 'targets') ?? '').split(',').some((one) => one.trim() === target))
    .flatMap((config) => elements(config, 'property'))
    .map((property) => {
      const value = text(property, 'default');
      const base = { name: text(property, 'name') ?? '', type: text(property, 'type') ?? 'String' };
      return value === undefined ? base : { ...base, default: value };
    });
  return { available: texts(elements(bundleOf, 'targets')[0], 'target').includes(target), properties };
}
