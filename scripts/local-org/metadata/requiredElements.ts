import { elementsOf } from './elementTypes.ts';
import type { Problem } from './problem.ts';
import { type XmlContent, elements } from './xml.ts';

/**
 * Required booleans. The platform treats other missing booleans as false: permissions retrieved before API 56 have no
 * isLicensed, which the WSDL requires.
 */
const NEEDED_BOOLEANS: ReadonlySet<string> = new Set(['CustomLabel.protected']);

function missingIn(typeName: string, content: XmlContent): readonly string[] {
  return [...(elementsOf(typeName) ?? [])].flatMap(([name, { complex, required, simple }]) => {
    const needed = required && (simple !== 'boolean' || NEEDED_BOOLEANS.has(`${typeName}.${name}`));
    if (needed && (content[name] === undefined || content[name] === '')) return [name];
    return complex === undefined ? [] : elements(content, name).flatMap((child) => missingIn(complex, child));
  });
}

/** The first required element, at any depth, that the component lacks. */
export function requiredProblems(typeName: string, content: XmlContent, at: string): readonly Problem[] {
  const [name] = missingIn(typeName, content);
  return name === undefined ? [] : [{ message: `Required field is missing: ${name}`, at }];
}
