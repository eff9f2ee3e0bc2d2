import { XMLParser } from 'fast-xml-parser';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const xml = new XMLParser({ parseTagValue: false, ignoreDeclaration: true, isArray: () => true });

/** An XML document as a text in which the order of its elements doesn't count. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => JSON.stringify(canonical(each))).sort();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort()
      .map(([name, each]) => [name, canonical(each)]),
  );
}

/** What is no part of the org: sources and tests of components. */
const IS_KEPT_BACK = /\.d?\.?ts$|__tests__|\.json$|\/\.[^/]*$/;

/** The files of a package directory as they are in an org: path -> text, of XML what it says in whatever order. */
export function metadataFiles(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => !IS_KEPT_BACK.test(file));
  return Object.fromEntries(
    files.map((file) => {
      const text = readFileSync(file, 'utf8');
      return [
        relative(folder, file),
        file.endsWith('.xml') ? JSON.stringify(canonical(xml.parse(text))) : text,
      ];
    }),
  );
}
