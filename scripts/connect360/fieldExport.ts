import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { exportCsv } from './bulkExport.ts';
import { readSource } from './forceApp.ts';
import type { Component } from './orgComponents.ts';
import type { Sf } from './sf.ts';
import { parseXml } from './xmlTree.ts';

const FIELD_FILE = /^objects\/([^/]+)\/fields\/.+\.field-meta\.xml$/;

interface OurField {
  readonly object: string;
  readonly name: string;
  readonly type: string;
}

function ourFields(): readonly OurField[] {
  return [...readSource()].flatMap(([path, text]) => {
    const object = FIELD_FILE.exec(path)?.[1];
    if (object === undefined) return [];
    const field = parseXml(text);
    return [{ object, name: field.textOf('fullName') ?? '', type: field.textOf('type') ?? '' }];
  });
}

/** Whether a record holds something in the field; undefined for long text, by which SOQL can't filter. */
function isFilled({ name, type }: OurField): string | undefined {
  if (type === 'LongTextArea') return undefined;
  return type === 'Checkbox' ? `${name} = TRUE` : `${name} != NULL`;
}

/**
 * The queries that read all data in fields of ours, object by object: all records of our own objects, of others those with
 * something in a field of ours. `present` are the components that the org has.
 */
export function exportQueries(present: readonly Component[]): ReadonlyMap<string, string> {
  const there = new Set(present.filter(({ type }) => type === 'CustomField').map(({ fullName }) => fullName));
  const fields = ourFields().filter(({ object, name }) => there.has(`${object}.${name}`));
  return new Map(
    [...Map.groupBy(fields, ({ object }) => object)].map(([object, own]) => {
      const names = own.map(({ name }) => name).join(', ');
      if (object.endsWith('__c')) return [object, `SELECT Id, Name, CreatedDate, ${names} FROM ${object}`];
      const filled = own.flatMap((field) => isFilled(field) ?? []).join(' OR ');
      return [object, `SELECT Id, ${names} FROM ${object} WHERE ${filled}`];
    }),
  );
}

/** Why data can't be exported into `folder`; undefined when it can. */
export function exportProblem(folder: string): string | undefined {
  return existsSync(folder) && readdirSync(folder).length > 0
    ? `${folder} holds something already, which is not overwritten. Move it away, or name another folder with --export.`
    : undefined;
}

/** Writes what our fields hold into `folder`, a CSV file an object, readable by its owner alone. Gives the files. */
export async function exportFields(
  sf: Sf,
  org: string,
  folder: string,
  present: readonly Component[],
): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const files: string[] = [];
  for (const [object, soql] of exportQueries(present)) {
    const file = join(folder, `${object}.csv`);
    await exportCsv(sf, org, soql, file);
    files.push(file);
  }
  return files;
}
