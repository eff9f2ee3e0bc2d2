import compiler from '@lwc/sfdc-lwc-compiler';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { bundleNames, bundleScripts, LWC_FOLDER } from './bundle.ts';

/** The result of the platform's own compiler for a component. */
export interface PlatformReport {
  /** Empty when the platform would accept the component. */
  readonly problems: readonly string[];
  /** Public properties, those that a page may set. */
  readonly api: readonly string[];
  /** Modules that it imports. */
  readonly imports: readonly string[];
  /**
   * Whether a template needs the renderer that the platform uses for sandboxed components (`lwc:spread`, `lwc:inner-html`,
   * `lwc:external`, `use`, `iframe`), which the local pages don't have.
   */
  readonly customRenderer: boolean;
}

interface CompilerReport {
  readonly success: boolean;
  readonly diagnostics: readonly { readonly message: string }[];
  readonly results?: readonly {
    readonly diagnostics: readonly { readonly message: string }[];
    readonly code?: string;
  }[];
  readonly metadata?: {
    readonly classMembers: readonly { readonly name: string; readonly decorator?: string }[];
  };
}

/** What the compiler emits for each element that needs the sandbox's renderer. */
const CUSTOM_RENDERER = /\brenderer\s*:/;
const IMPORT = /^\s*(?:import|export)\b[^;'"]*?\bfrom\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]/gm;

/** Compiles the component in that folder as a deploy to an org of API 66 would. */
export async function compileForPlatform(bundle: string): Promise<PlatformReport> {
  const scripts = await bundleScripts(bundle);
  const markup = readdirSync(bundle).filter((file) => /\.(html|css)$/.test(file));
  const files = new Map([
    ...scripts,
    ...markup.map((file) => [file, readFileSync(join(bundle, file), 'utf8')] as const),
  ]);
  const name = basename(bundle);
  const report = (await compiler.compile({
    bundle: {
      type: 'platform',
      name,
      namespace: 'c',
      files: Object.fromEntries(files),
      options: { apiVersion: 66, disableCustomWireAdapters: true },
    },
    // As for an org with Lightning Web Security.
    compilerConfigs: [{ outputConfig: { minify: false, lockerConfig: {} } }],
  })) as CompilerReport;
  const diagnostics = [report, ...(report.results ?? [])].flatMap((part) => part.diagnostics);
  return {
    problems: [
      ...(scripts.has(`${name}.js`) ? [] : [`No ${name}.ts`]),
      ...diagnostics.map(({ message }) => message),
      ...(report.success || diagnostics.length > 0 ? [] : ['The compiler refused it without saying why']),
    ],
    api: (report.metadata?.classMembers ?? []).flatMap((member) =>
      member.decorator === 'api' ? [member.name] : [],
    ),
    imports: [...scripts.values()].flatMap((text) =>
      [...text.matchAll(IMPORT)].map(([, from, effect]) => from ?? effect ?? ''),
    ),
    customRenderer: (report.results ?? []).some(({ code = '' }) => CUSTOM_RENDERER.test(code)),
  };
}

// jest can't load the compiler, which requires ES modules, so its tests run this file and read the output.
if (import.meta.main) {
  const [, , folder = LWC_FOLDER] = process.argv;
  const reports: Record<string, PlatformReport> = {};
  for (const name of bundleNames(folder)) reports[name] = await compileForPlatform(join(folder, name));
  console.log(JSON.stringify(reports));
}
