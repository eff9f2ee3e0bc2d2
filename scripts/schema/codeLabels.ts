import { HEADER, quote } from './objectTypes.ts';

/** Kinds of codes that have labels: the word in the label's name, and the file for them. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['Document', 'documents'],
  ['Item', 'items'],
  ['Product', 'products'],
  ['Reason', 'reasons'],
  ['Section', 'sections'],
]);

/**
 * Source files that map codes to labels: file name to text, one per kind. `CuZo_Item_annual_premium` is the label of item
 * `annual-premium`. A component can only import labels by name, so each import is written out.
 */
export function codeLabels(labels: readonly string[]): Map<string, string> {
  return new Map([...KINDS].map(([kind, file]) => [`${file}.ts`, source(kind, file, labels)]));
}

function source(kind: string, file: string, labels: readonly string[]): string {
  // Codes are in lower case; CuZo_Reason_Other and the like are ordinary texts.
  const codes = labels.flatMap((label) => {
    const [, code] = new RegExp(`^CuZo_${kind}_([a-z0-9_]+)$`).exec(label) ?? [];
    return code === undefined
      ? []
      : [{ label, code: code.replaceAll('_', '-'), variable: `${camelCase(code)}Label` }];
  });
  const imports = codes.map(
    ({ label, variable }) => `import ${variable} from '@salesforce/label/c.${label}';\n`,
  );
  const entries = codes.map(({ code, variable }) => `  [${quote(code)}, ${variable}],\n`);
  return `${HEADER}${imports.join('')}
export const ${file.toUpperCase()}: ReadonlyMap<string, string> = new Map([
${entries.join('')}]);
`;
}

const camelCase = (name: string): string =>
  name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
