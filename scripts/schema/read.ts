import { XMLParser } from 'fast-xml-parser';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A field as its metadata describes it. `type` is the Metadata API's (`Text`, `Checkbox`, `Lookup`). */
export interface FieldMetadata {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  /** Values of a picklist; `restricted` says whether the org refuses others. */
  readonly values: readonly string[];
  readonly restricted: boolean;
  /** Objects that a lookup or a master-detail field may point at, and the name of the path through it. */
  readonly referenceTo: readonly string[];
  readonly relationshipName: string | null;
}

/** The typed part of a package directory: fields by object, label names, custom permissions, component bundles. */
export interface PackageMetadata {
  readonly objects: ReadonlyMap<string, readonly FieldMetadata[]>;
  /** Label name to its master text. */
  readonly labels: ReadonlyMap<string, string>;
  readonly customPermissions: readonly string[];
  /** Bundles under lwc/ that have a TypeScript source of their own name. */
  readonly bundles: readonly string[];
}

const LISTS = new Set(['CustomLabels.labels', 'CustomField.valueSet.valueSetDefinition.value']);
const parser = new XMLParser({ parseTagValue: false, isArray: (_, path) => LISTS.has(String(path)) });

interface FieldXml {
  fullName: string;
  type: string;
  required?: string;
  referenceTo?: string;
  relationshipName?: string;
  formula?: string;
  valueSet?: { restricted?: string; valueSetDefinition?: { value?: { fullName: string }[] } };
}

/** Reads a package directory in source format (`force-app/main/default`); folders that aren't there count as empty. */
export function readPackage(directory: string): PackageMetadata {
  return {
    objects: readObjects(join(directory, 'objects')),
    labels: readLabels(join(directory, 'labels', 'CustomLabels.labels-meta.xml')),
    customPermissions: names(join(directory, 'customPermissions'), '.customPermission-meta.xml'),
    bundles: names(join(directory, 'lwc')).filter((name) =>
      existsSync(join(directory, 'lwc', name, `${name}.ts`)),
    ),
  };
}

function readObjects(directory: string): Map<string, FieldMetadata[]> {
  return new Map(
    names(directory).map((object) => {
      const fields = join(directory, object, 'fields');
      const files = names(fields, '.field-meta.xml');
      return [object, files.map((name) => readField(join(fields, `${name}.field-meta.xml`)))];
    }),
  );
}

function readField(file: string): FieldMetadata {
  const { CustomField: xml } = parser.parse(readFileSync(file)) as { CustomField: FieldXml };
  const isReference = xml.type === 'Lookup' || xml.type === 'MasterDetail';
  return {
    name: xml.fullName,
    type: xml.type,
    required: xml.required === 'true' || xml.type === 'MasterDetail' || xml.type === 'AutoNumber',
    values: (xml.valueSet?.valueSetDefinition?.value ?? []).map(({ fullName }) => fullName),
    restricted: xml.valueSet?.restricted === 'true',
    referenceTo: xml.referenceTo === undefined ? [] : [xml.referenceTo],
    relationshipName: isReference ? xml.fullName.replace(/__c$/, '__r') : null,
  };
}

function readLabels(file: string): Map<string, string> {
  if (!existsSync(file)) return new Map();
  const { CustomLabels } = parser.parse(readFileSync(file)) as {
    CustomLabels: { labels?: { fullName: string; value: string }[] };
  };
  return new Map((CustomLabels.labels ?? []).map(({ fullName, value }) => [fullName, value]));
}

/** Entries of a folder in code-point order, so that generated files don't depend on the machine. */
function names(directory: string, suffix = ''): string[] {
  if (!existsSync(directory)) return [];
  const entries = readdirSync(directory).filter((entry) => entry.endsWith(suffix) && !entry.startsWith('.'));
  return entries.map((entry) => entry.slice(0, entry.length - suffix.length)).sort();
}
