import { XMLParser } from 'fast-xml-parser';

/** A design property: what an admin sets in Lightning App Builder. */
export interface DesignProperty {
  readonly name: string;
  readonly type: string;
  readonly label?: string;
  readonly description?: string;
}

export interface TargetConfig {
  readonly targets: readonly string[];
  readonly properties: readonly DesignProperty[];
  readonly objects: readonly string[];
  readonly formFactors: readonly string[];
}

/** What a component's `.js-meta.xml` says. */
export interface ComponentMetadata {
  readonly apiVersion: string;
  readonly isExposed: boolean;
  readonly targets: readonly string[];
  readonly configs: readonly TargetConfig[];
}

const LISTS = new Set(['target', 'targetConfig', 'property', 'object', 'supportedFormFactor']);
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  isArray: (name) => LISTS.has(name),
});

interface ConfigXml {
  targets: string;
  property?: DesignProperty[];
  objects?: { object?: string[] };
  supportedFormFactors?: { supportedFormFactor?: { type: string }[] };
}

/** Reads a `.js-meta.xml`. Throws when it isn't well-formed; the platform's compiler never looks at it. */
export function readComponentMetadata(text: string): ComponentMetadata {
  // oxlint-disable-next-line typescript/no-deprecated -- its successor is a package of its own
  const { LightningComponentBundle: xml } = parser.parse(text, true) as {
    LightningComponentBundle: {
      apiVersion: string;
      isExposed: string;
      targets?: { target: string[] };
      targetConfigs?: { targetConfig: ConfigXml[] };
    };
  };
  return {
    apiVersion: xml.apiVersion,
    isExposed: xml.isExposed === 'true',
    targets: xml.targets?.target ?? [],
    configs: (xml.targetConfigs?.targetConfig ?? []).map((config) => ({
      targets: config.targets.split(',').map((target) => target.trim()),
      properties: config.property ?? [],
      objects: config.objects?.object ?? [],
      formFactors: (config.supportedFormFactors?.supportedFormFactor ?? []).map(({ type }) => type),
    })),
  };
}
