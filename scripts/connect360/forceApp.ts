import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { inLanguages, type SourceFiles } from './masterLanguage.ts';
import type { OrgLanguages } from './orgFacts.ts';
import { ROOT } from './root.ts';

const DEFAULT = join('main', 'default');
const SOURCE = join(ROOT, 'force-app', DEFAULT);

/** What is not deployed, as .forceignore says too. */
const NOT_DEPLOYED = /\.ts$|\/__tests__\/|(js|ts)config\S*\.json$/;
const PAGE = /^flexipages\/(.+)\.flexipage-meta\.xml$/;

/** What of force-app goes into an org. */
export interface ForceApp {
  /** A project of the CLI that holds it as its package directory. */
  readonly project: string;
  /** Record pages that the org has and that stay as they are there. */
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
  const files = new Map(inLanguages(readSource(), language, translations));
  const pagesLeft: string[] = [];
  for (const path of files.keys()) {
    const page = PAGE.exec(path)?.[1];
    if (page === undefined || !existingPages.has(page)) continue;
    pagesLeft.push(page);
    files.delete(path);
  }
  const project = join(folder, 'project');
  const target = join(project, 'force-app');
  rmSync(project, { recursive: true, force: true });
  for (const [path, text] of files) {
    const file = join(target, DEFAULT, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  // A project of its own, down to .forceignore: without one the CLI takes that of the project around it, and with it leaves
  // out what lies below a folder whose name begins with a dot.
  copyFileSync(join(ROOT, '.forceignore'), join(project, '.forceignore'));
  writeFileSync(join(project, 'sfdx-project.json'), projectFile());
  return { project, pagesLeft };
}

function projectFile(): string {
  const own = JSON.parse(readFileSync(join(ROOT, 'sfdx-project.json'), 'utf8')) as object;
  return JSON.stringify({ ...own, packageDirectories: [{ path: 'force-app', default: true }] });
}

/** The record pages of force-app. */
export function pageNames(): readonly string[] {
  return [...readSource().keys()].flatMap((path) => PAGE.exec(path)?.[1] ?? []);
}

/** What is deployed of force-app: path below main/default -> text. */
export function readSource(): SourceFiles {
  const paths = readdirSync(SOURCE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    paths
      .filter((path) => !NOT_DEPLOYED.test(path.replaceAll('\\', '/')))
      .sort()
      .map((path) => [relative(SOURCE, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );
}
