import { XMLParser } from 'fast-xml-parser';
import type { MetadataComponent } from '../../local-org/org.ts';
import { elements, text, type Element } from './xml.ts';

/** A property that an admin sets in the page builder. */
export interface DesignProperty {
  readonly name: string;
  readonly type: string;
  readonly default?: string;
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseAttributeValue: false,
});

/** The design properties of a Lightning component bundle for record and app pages, from its js-meta.xml. */
export function designProperties(bundle: MetadataComponent): readonly DesignProperty[] {
  const [, bytes] = [...bundle.files].find(([path]) => path.endsWith('.js-meta.xml')) ?? [];
  if (bytes === undefined) return [];
  const { LightningComponentBundle: root } = parser.parse(Buffer.from(bytes).toString('utf8')) as Element;
  return elements(elements(root as Element, 'targetConfigs')[0], 'targetConfig')
    .filter((config) => /RecordPage|AppPage|HomePage/.test(text(config, 'targets') ?? ''))
    .flatMap((config) => elements(config, 'property'))
    .map((property) => {
      const value = text(property, 'default');
      const base = { name: text(property, 'name') ?? '', type: text(property, 'type') ?? 'String' };
      return value === undefined ? base : { ...base, default: value };
    });
}
