import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { inLanguages, masterLanguage, type SourceFiles } from './masterLanguage.ts';
import { inOneLanguage } from './oneLanguage.ts';
import type { OrgLanguages } from './orgFacts.ts';
import { ROOT } from './root.ts';

/** The package directories of force-app, with the folder below that holds their components. */
export const MAIN = 'force-app/main';
export const INSIGHTS = 'force-app/insights';
const SOURCES = { [MAIN]: join(MAIN, 'default'), [INSIGHTS]: INSIGHTS } as const;

const DEFINITION = join('config', 'project-scratch-def.json');

/** What is not deployed, as .forceignore says too. */
const NOT_DEPLOYED = /\.ts$|\/__tests__\/|(js|ts)config\S*\.json$/;
const PAGE = /^flexipages\/(.+)\.flexipage-meta\.xml$/;

/** What of force-app goes into an org. */
export interface ForceApp {
  /** A project of the CLI that holds it, by its package directories MAIN and INSIGHTS. */
  readonly project: string;
  /** Lightning pages that the org has and that stay as they are there. */
  readonly pagesLeft: readonly string[];
}

/**
 * Writes force-app as this org takes it into `folder`: words in the org's languages, without the pages of `existingPages`, which an
 * admin may have changed. The components must have been built.
 */
export function writeForceApp(
  folder: string,
  { language, translations }: OrgLanguages,
  existingPages: ReadonlySet<string>,
): ForceApp {
  const source = readSource();
  const master = masterLanguage(source, language);
  const files = new Map(inLanguages(source, language, translations));
  const pagesLeft: string[] = [];
  for (const path of files.keys()) {
    const page = PAGE.exec(path)?.[1];
    if (page === undefined || !existingPages.has(page)) continue;
    pagesLeft.push(page);
    files.delete(path);
  }
  const project = join(folder, 'project');
  rmSync(project, { recursive: true, force: true });
  writeFiles(join(project, SOURCES[MAIN]), files);
  writeFiles(join(project, SOURCES[INSIGHTS]), inOneLanguage(readSource(INSIGHTS), master));
  // A project of its own, down to .forceignore: without one the CLI takes that of the project around it, and with it leaves
  // out what lies below a folder whose name begins with a dot.
  copyFileSync(join(ROOT, '.forceignore'), join(project, '.forceignore'));
  writeFileSync(join(project, 'sfdx-project.json'), projectFile());
  writeFiles(project, new Map([[DEFINITION, definitionFile(master)]]));
  return { project, pagesLeft };
}

function writeFiles(folder: string, files: SourceFiles): void {
  for (const [path, text] of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** The project file of the copy: both packages, without what isn't ours to ship. */
function projectFile(): string {
  const own = JSON.parse(readFileSync(join(ROOT, 'sfdx-project.json'), 'utf8')) as {
    readonly packageDirectories: readonly { readonly path: string }[];
  };
  const packageDirectories = own.packageDirectories.filter(({ path }) => path in SOURCES);
  return JSON.stringify({ ...own, packageDirectories });
}

/** The org that a package of these words is built in: one of the same language, as labels have to be in it. */
function definitionFile(language: string): string {
  const own = JSON.parse(readFileSync(join(ROOT, DEFINITION), 'utf8')) as object;
  return JSON.stringify({ ...own, language });
}

/** The Lightning pages of force-app. */
export function pageNames(): readonly string[] {
  return [...readSource().keys()].flatMap((path) => PAGE.exec(path)?.[1] ?? []);
}

/** What is deployed of a package directory of force-app: path below its folder of components -> text. */
export function readSource(directory: keyof typeof SOURCES = MAIN): SourceFiles {
  const folder = join(ROOT, SOURCES[directory]);
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    paths
      .filter((path) => !NOT_DEPLOYED.test(path.replaceAll('\\', '/')))
      .sort()
      .map((path) => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );
}
