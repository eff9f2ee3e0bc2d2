import { type MetadataComponent, OrgError } from '../org.ts';
import { ComponentFiles } from './componentFiles.ts';
import type { Deletion } from './destructive.ts';
import type { PackageProblem } from './problem.ts';
import { CHILD_TYPES, FOLDER_TYPES, METADATA_TYPES, type MetadataType } from './types.ts';
import { type XmlContent, elements, textOf, texts } from './xml.ts';
import { parseXml } from './xmlDocument.ts';
import { NO_ZIP, type ZipFiles, ZipRefusal, openZip } from './zip.ts';

/** A component in a package. */
export interface PackagedComponent extends MetadataComponent {
  /** Path of its file in the package; for a bundle, of its folder. */
  readonly fileName: string;
  /** The text of its file, for finding line numbers; empty for bundles. */
  readonly text: string;
}

export interface Package {
  readonly apiVersion: string;
  /** Type -> the full names that package.xml lists, `*` included. */
  readonly members: ReadonlyMap<string, readonly string[]>;
  readonly components: readonly PackagedComponent[];
  readonly problems: readonly PackageProblem[];
  /** Deletions before the deploy, from destructiveChangesPre.xml. */
  readonly deletedBefore: readonly Deletion[];
  /** Deletions after the deploy, from destructiveChanges.xml and destructiveChangesPost.xml. */
  readonly deletedAfter: readonly Deletion[];
  /** Set when the zip or its package.xml can't be read; everything else is then empty. */
  readonly unreadable?: PackageProblem;
}

const DECODER = new TextDecoder();
const EMPTY = {
  apiVersion: '',
  members: new Map<string, readonly string[]>(),
  components: [],
  problems: [],
  deletedBefore: [],
  deletedAfter: [],
};

/** The files of a package by path; a single outer folder is removed from the paths. */
function filesOf(zip: Uint8Array): ZipFiles {
  const files = openZip(zip);
  if (files.paths.includes('package.xml')) return files;
  const manifest = files.paths.find((path) => /^[^/]+\/package\.xml$/.test(path));
  if (manifest === undefined) return files;
  const root = manifest.slice(0, manifest.indexOf('/') + 1);
  return {
    paths: files.paths.filter((path) => path.startsWith(root)).map((path) => path.slice(root.length)),
    read: (path) => files.read(root + path),
    keep: (path) => files.keep(root + path),
  };
}

/** The element's children that aren't components of their own. */
const ownContent = (content: XmlContent): XmlContent =>
  Object.fromEntries(Object.entries(content).filter(([name]) => !(name in CHILD_TYPES)));

function objectParts(component: PackagedComponent): readonly PackagedComponent[] {
  const content = component.content ?? {};
  const children = Object.entries(CHILD_TYPES).flatMap(([element, type]) =>
    elements(content, element).map((child) => ({
      ...component,
      type,
      fullName: `${component.fullName}.${textOf(child, 'fullName') ?? ''}`,
      content: child,
    })),
  );
  return [{ ...component, content: ownContent(content) }, ...children];
}

function labelParts(component: PackagedComponent): readonly PackagedComponent[] {
  return elements(component.content ?? {}, 'labels').map((label) => ({
    ...component,
    type: 'CustomLabel',
    fullName: textOf(label, 'fullName') ?? '',
    content: label,
  }));
}

function parts(component: PackagedComponent): readonly PackagedComponent[] {
  if (component.type === 'CustomObject') return objectParts(component);
  if (component.type === 'CustomLabels') return labelParts(component);
  return [component];
}

interface Source {
  readonly type: MetadataType;
  readonly fullName: string;
  readonly fileName: string;
  readonly paths: readonly string[];
}

function sourceOf(path: string, type: MetadataType, all: readonly string[]): Source | undefined {
  if (type.suffix === undefined) {
    const [folder = '', name = ''] = path.split('/');
    const prefix = `${folder}/${name}/`;
    return {
      type,
      fullName: name,
      fileName: `${folder}/${name}`,
      paths: all.filter((each) => each.startsWith(prefix)),
    };
  }
  const ending = `.${type.suffix}`;
  if (!path.endsWith(ending)) return undefined;
  const fullName = decodeURIComponent(path.slice(type.folder.length + 1, -ending.length));
  return {
    type,
    fullName,
    fileName: path,
    paths: type.withMetaFile === true ? [path, `${path}-meta.xml`] : [path],
  };
}

function readSource(source: Source, files: ZipFiles): readonly PackagedComponent[] | PackageProblem {
  const { type, fullName, fileName, paths } = source;
  const own = new ComponentFiles(
    new Map(
      paths.flatMap((path) => {
        const file = files.keep(path);
        return file === undefined ? [] : [[path, file] as const];
      }),
    ),
  );
  const base = { type: type.name, fullName, fileName, files: own };
  if (!type.xml) return [{ ...base, text: '' }];
  const text = DECODER.decode(own.get(fileName));
  const document = parseXml(text);
  const wrong = (problem: string, line = 1, column = 1): PackageProblem => ({
    type: type.name,
    fullName,
    fileName,
    problem: `Error parsing file: ${problem}`,
    line,
    column,
  });
  if ('message' in document) return wrong(document.message, document.line, document.column);
  const { root, problem } = document;
  if (!isRoot(root, type.name)) return wrong(`Element ${root} is not the document element of ${type.name}`);
  if (problem !== undefined) return wrong(problem.message, problem.line, problem.column);
  return parts({ ...base, text, content: document.content });
}

/** Parts of a file with the same name, compared without case. The message: https://github.com/forcedotcom/cli/issues/249 */
function repeated(parts: readonly PackagedComponent[]): readonly PackageProblem[] {
  const keys = parts.map(({ type, fullName }) => `${type}\n${fullName}`.toLowerCase());
  return parts
    .filter((_, index) => keys.indexOf(keys[index] ?? '') !== index)
    .map(({ type, fullName, fileName }) => ({
      type,
      fullName,
      fileName,
      problem: 'duplicate value found: <unknown> duplicates value on record with id: <unknown>',
    }));
}

const typeOfPath = (path: string): MetadataType | undefined =>
  METADATA_TYPES.find((type) => path.startsWith(`${type.folder}/`));

/** A folder of reports or dashboards, `reports/Folder-meta.xml`; its document element may be that of any folder. */
function folderSource(path: string): Source | undefined {
  const [, folder = '', name = ''] =
    /^(reports|dashboards)\/([^/]+?)(?:\.\w+Folder)?-meta\.xml$/.exec(path) ?? [];
  const type = FOLDER_TYPES[folder];
  if (type === undefined) return undefined;
  return {
    type: { name: type, folder, suffix: '', xml: true },
    fullName: decodeURIComponent(name),
    fileName: path,
    paths: [path],
  };
}

const isRoot = (root: string, type: string): boolean =>
  root === type || (type.endsWith('Folder') && root === 'Folder');

function readFiles(files: ZipFiles): Pick<Package, 'components' | 'problems'> {
  const paths = files.paths.filter(
    (path) => path !== 'package.xml' && !/^destructiveChanges(Pre|Post)?\.xml$/.test(path),
  );
  const components: PackagedComponent[] = [];
  const problems: PackageProblem[] = [];
  const seen = new Set<string>();
  for (const path of paths) {
    const folder = folderSource(path);
    const type = folder?.type ?? typeOfPath(path);
    if (type === undefined) {
      problems.push({
        type: '',
        fullName: path,
        fileName: path,
        problem: `Unknown folder or file in the package: ${path}`,
      });
      continue;
    }
    const source = folder ?? sourceOf(path, type, paths);
    if (source === undefined || seen.has(source.fileName)) continue;
    seen.add(source.fileName);
    const read = readSource(source, files);
    if ('problem' in read) problems.push(read);
    else {
      components.push(...read);
      problems.push(...repeated(read));
    }
  }
  return { components, problems };
}

interface Deletions {
  readonly deletions: readonly Deletion[];
  readonly problems: readonly PackageProblem[];
}

/** The components named in a file of deletions. */
function readDeletions(files: ZipFiles, fileName: string): Deletions {
  const bytes = files.read(fileName);
  if (bytes === undefined) return { deletions: [], problems: [] };
  const document = parseXml(DECODER.decode(bytes));
  if ('message' in document) {
    const { message, line, column } = document;
    const problem = `Error parsing file: ${message}`;
    return { deletions: [], problems: [{ type: '', fullName: fileName, fileName, problem, line, column }] };
  }
  const deletions = elements(document.content, 'types').flatMap((type) =>
    texts(type, 'members').map((fullName) => ({ type: textOf(type, 'name') ?? '', fullName, fileName })),
  );
  return { deletions, problems: [] };
}

/** API versions that an org of version 66 accepts; 30.0 and older are retired. */
const isVersion = (version: string): boolean =>
  /^\d\d\.0$/.test(version) && Number(version) > 30 && Number(version) <= 66;

function unreadable(problem: string, line?: number): Package {
  const fileName = 'package.xml';
  const where = { type: '', fullName: fileName, fileName, ...(line === undefined ? {} : { line }) };
  return { ...EMPTY, unreadable: { ...where, problem } };
}

function readContents(zip: Uint8Array): Package {
  const files = filesOf(zip);
  const manifest = files.read('package.xml');
  if (manifest === undefined) return unreadable('No package.xml found');
  const document = parseXml(DECODER.decode(manifest));
  if ('message' in document) return unreadable(`Error parsing file: ${document.message}`, document.line);
  const version = textOf(document.content, 'version') ?? '';
  if (!isVersion(version)) return unreadable(`Invalid version specified: '${version}'`);
  const members = new Map(
    elements(document.content, 'types').map((type) => [textOf(type, 'name') ?? '', texts(type, 'members')]),
  );
  const before = readDeletions(files, 'destructiveChangesPre.xml');
  const plain = readDeletions(files, 'destructiveChanges.xml');
  const after = readDeletions(files, 'destructiveChangesPost.xml');
  const { components, problems } = readFiles(files);
  return {
    apiVersion: version,
    members,
    components,
    problems: [...problems, ...before.problems, ...plain.problems, ...after.problems],
    deletedBefore: before.deletions,
    deletedAfter: [...plain.deletions, ...after.deletions],
  };
}

/**
 * The content of a package zip, not yet checked against an org. Throws an OrgError for a zip beyond the platform's limits,
 * which fails the whole call.
 */
export function readPackage(zip: Uint8Array): Package {
  try {
    return readContents(zip);
  } catch (error) {
    if (error instanceof ZipRefusal) throw new OrgError(400, error.code, error.message);
    if (error instanceof Error && (error.message === NO_ZIP || 'code' in error)) return unreadable(NO_ZIP);
    throw error;
  }
}
