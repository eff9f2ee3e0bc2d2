import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CompilerOptions } from 'typescript';

/** JavaScript by the content of its TypeScript, shared between processes. */
const CACHE = fileURLToPath(new URL('../../.local/cache/transpiled', import.meta.url));

/** Changes with the compiler and with this file, which has its options. */
const VERSION = createHash('sha256')
  .update(readFileSync(createRequire(import.meta.url).resolve('typescript/package.json')))
  .update(readFileSync(fileURLToPath(import.meta.url)))
  .digest('hex');

/**
 * The JavaScript of a module of a component. Kept from one build to the next: the compiler takes a second to load, and a deploy
 * builds what hardly ever changed. Decorators, class fields and imports stay as written: with an older target or
 * `experimentalDecorators` TypeScript emits helpers that the platform's compiler refuses.
 */
export async function transpiled(source: string): Promise<string> {
  const file = join(CACHE, `${createHash('sha256').update(VERSION).update(source).digest('hex')}.js`);
  return kept(file) ?? keep(file, await transpile(source));
}

async function transpile(source: string): Promise<string> {
  const { default: ts } = await import('typescript');
  const compilerOptions: CompilerOptions = {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    verbatimModuleSyntax: true,
    removeComments: false,
  };
  return ts.transpileModule(source, { compilerOptions }).outputText;
}

function kept(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Written elsewhere and renamed, because another process may be reading. */
function keep(file: string, text: string): string {
  mkdirSync(CACHE, { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, text);
  renameSync(temporary, file);
  return text;
}
