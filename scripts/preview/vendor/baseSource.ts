import { transformSync } from '@lwc/compiler';
import { basename, dirname } from 'node:path';
import { syntheticStyles } from './syntheticStyles.ts';

/** Scripts without these words are plain modules, on which the compiler would change nothing. */
const FOR_COMPILER = /\b(lwc|class)\b/;

/** Style sheets that were compiled, by their text: many components have the same ones. */
const styles = new Map<string, string>();

/**
 * The JavaScript of a script, template or style sheet of lightning-base-components. `isNative`: some components of the page
 * have a shadow root of the browser's own, for which the style sheets have rules.
 */
export function compiledSource(file: string, text: string, scoped: boolean, isNative: boolean): string {
  if (file.endsWith('.js') && !FOR_COMPILER.test(text)) return text;
  if (!file.endsWith('.css')) return compiled(file, text, scoped);
  const css = isNative ? text : syntheticStyles(text);
  // A style sheet that another one imports can't be undefined, as the compiler would have it.
  if (css.trim() === '') return 'export default [];';
  const key = `${String(scoped)} ${css}`;
  const known = styles.get(key) ?? compiled(file, css, scoped);
  styles.set(key, known);
  return known;
}

function compiled(file: string, text: string, scoped: boolean): string {
  const folder = dirname(file);
  return transformSync(text, file, {
    name: basename(folder),
    namespace: basename(dirname(folder)),
    scopedStyles: scoped,
    enableDynamicComponents: true,
    enableSyntheticElementInternals: true,
    enableStaticContentOptimization: true,
    outputConfig: { sourcemap: false },
  }).code;
}
