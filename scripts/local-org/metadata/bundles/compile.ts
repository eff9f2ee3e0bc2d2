import compiler from '@lwc/sfdc-lwc-compiler';
import { text } from 'node:stream/consumers';
import type { BundleProblem, BundleReference, BundleReport, BundleSource } from './report.ts';

interface Diagnostic {
  readonly message: string;
  readonly filename?: string;
  readonly location?: { readonly line?: number; readonly column?: number };
  /** 0 and 1 are errors, 2 is a warning. */
  readonly level?: number;
}

interface Output {
  readonly success: boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly results?: readonly { readonly diagnostics: readonly Diagnostic[] }[];
  readonly metadata?: {
    readonly classMembers: readonly { readonly name: string; readonly decorator?: string }[];
    readonly references: readonly BundleReference[];
  };
}

const WARNING = 2;

/** The style sheet parser names files as if they were in the working directory. */
const HERE = `${process.cwd()}/`;

const problemOf = ({ message, filename, location }: Diagnostic): BundleProblem => ({
  message: message.replaceAll(HERE, ''),
  file: filename ?? '',
  line: location?.line ?? 1,
  column: location?.column ?? 1,
});

/** Compiles a bundle as an org does during a deploy. */
async function compile({ name, apiVersion, files }: BundleSource): Promise<BundleReport> {
  const output = (await compiler.compile({
    bundle: {
      type: 'platform',
      name,
      namespace: 'c',
      files: { ...files },
      options: { apiVersion, disableCustomWireAdapters: true },
    },
  })) as Output;
  const errors = [output, ...(output.results ?? [])]
    .flatMap(({ diagnostics }) => diagnostics)
    .filter(({ level }) => level === undefined || level < WARNING);
  const problems = [...new Map(errors.map((each) => [each.message, problemOf(each)] as const)).values()];
  return {
    problems:
      output.success || problems.length > 0
        ? problems
        : [{ message: 'The compiler refused it without saying why', file: '', line: 1, column: 1 }],
    references: (output.metadata?.references ?? []).map(({ type, id, file }) => ({ type, id, file })),
    properties: (output.metadata?.classMembers ?? []).flatMap((member) =>
      member.decorator === 'api' ? [member.name] : [],
    ),
  };
}

/** The compiler throws when it can't even begin. */
function refused(error: unknown): BundleReport {
  const message = error instanceof Error ? error.message : String(error);
  return { problems: [{ message, file: '', line: 1, column: 1 }], references: [], properties: [] };
}

// Run as a process of its own, which reads bundles from stdin and writes their reports: the compiler takes a second to load,
// and the org answers other requests while it works.
const sources = JSON.parse(await text(process.stdin)) as readonly BundleSource[];
const reports: BundleReport[] = [];
for (const source of sources) reports.push(await compile(source).catch(refused));
process.stdout.write(JSON.stringify(reports));
