import type { DeployMessage, DeployOptions, DeployResult, MetadataComponent } from '../org.ts';
import { setsOfLimitedUsers } from '../store/licences.ts';
import { licencesByName, licencesOfHolders } from '../store/setLicences.ts';
import type { OrgState } from '../store/state.ts';
import { ensureTables } from '../store/tables.ts';
import { bundleOf } from './bundles/bundle.ts';
import { compileAhead, compiled } from './bundles/compiled.ts';
import type { BundleSource } from './bundles/report.ts';
import { problemsOf } from './checks.ts';
import { type Components, ofType } from '../schema/components.ts';
import { sameFiles } from './componentFiles.ts';
import { merged, withComponents } from './components.ts';
import { type Deletion, deletionProblems, dropStored, withoutComponents, withParts } from './destructive.ts';
import { languagesOf } from './languages.ts';
import { type Package, type PackagedComponent, readPackage } from './package.ts';
import type { PackageProblem } from './problem.ts';
import { buildSchema } from './schema.ts';
import { putSetupRows } from './setupRows.ts';
import { stampComponents, storeComponents } from './stored.ts';
import { KNOWN_TYPE_NAMES } from './types.ts';
import { checkLargeFiles } from './zip.ts';

/** Types of which a deploy changes only the parts that it contains. */
const MERGED_TYPES = new Set(['CustomObject', 'CustomObjectTranslation', 'Translations']);

const keyOf = ({ type, fullName }: { readonly type: string; readonly fullName: string }): string =>
  `${type}\n${fullName}`;

function listed({ members }: Package, { type, fullName }: PackagedComponent): boolean {
  const names = members.get(type) ?? [];
  if (names.includes(fullName) || names.includes('*')) return true;
  if (type === 'CustomLabel') return members.has('CustomLabels');
  // A manifest lists a folder among the reports that lie in it; the CLI ends its name with a slash.
  const inFolder = members.get(type.replace(/Folder$/, '')) ?? [];
  if (type.endsWith('Folder')) return inFolder.some((name) => name.replace(/\/$/, '') === fullName);
  // A child component is included when the manifest names its object.
  const object = fullName.slice(0, Math.max(0, fullName.indexOf('.')));
  return object !== '' && (members.get('CustomObject') ?? []).some((name) => name === object || name === '*');
}

function asComponent(old: Components, packaged: PackagedComponent): MetadataComponent {
  const { type, fullName, files, content } = packaged;
  const before = ofType(old, type).get(fullName)?.content;
  const now = content === undefined || !MERGED_TYPES.has(type) ? content : merged(before, content);
  return { type, fullName, files, ...(now === undefined ? {} : { content: now }) };
}

const failure = (problem: PackageProblem): DeployMessage => ({
  componentType: problem.type,
  fullName: problem.fullName,
  fileName: problem.fileName,
  created: false,
  changed: false,
  deleted: false,
  problem: problem.problem,
  problemType: 'Error',
  ...(problem.line === undefined ? {} : { lineNumber: problem.line, columnNumber: problem.column ?? 1 }),
});

function manifestProblems(pack: Package): readonly PackageProblem[] {
  const found = new Set(pack.components.map(keyOf));
  const broken = new Set(pack.problems.map(keyOf));
  const at = { type: '', fullName: 'package.xml', fileName: 'package.xml' };
  return [...pack.members].flatMap(([type, names]) => {
    if (!KNOWN_TYPE_NAMES.has(type))
      return [{ ...at, problem: `Unknown type name '${type}' specified in package.xml` }];
    if (type === 'CustomLabels' || type.endsWith('Folder')) return [];
    return names
      .filter(
        (name) =>
          name !== '*' &&
          !found.has(keyOf({ type, fullName: name })) &&
          !broken.has(keyOf({ type, fullName: name })),
      )
      .filter((name) => !isFolder(pack, type, name) && pack.problems.length === 0)
      .map((name) => ({
        ...at,
        problem: `An object '${name}' of type ${type} was named in package.xml, but was not found in zipped directory`,
      }));
  });
}

/** Manifests list the folders of reports and dashboards as members too; the CLI ends their names with a slash. */
function isFolder(pack: Package, type: string, name: string): boolean {
  if (type !== 'Report' && type !== 'Dashboard') return false;
  const folder = name.replace(/\/$/, '');
  return !folder.includes('/') || pack.components.some((each) => each.fullName.startsWith(`${folder}/`));
}

function success(component: PackagedComponent, old: Components, added: MetadataComponent): DeployMessage {
  const before = ofType(old, component.type).get(component.fullName);
  const standard = component.type === 'CustomObject' && !/__c$/i.test(component.fullName);
  return {
    componentType: component.type,
    fullName: component.fullName,
    fileName: component.fileName,
    created: before === undefined && !standard,
    changed: before === undefined ? standard : !sameContent(before, added),
    deleted: false,
  };
}

const sameContent = (one: MetadataComponent, other: MetadataComponent): boolean =>
  JSON.stringify(one.content) === JSON.stringify(other.content) &&
  (one.content !== undefined || sameFiles(one.files, other.files));

/** The message for a deleted component, with a warning when it didn't exist. */
function deleted({ type, fullName, fileName }: Deletion, warnings: readonly PackageProblem[]): DeployMessage {
  const warning = warnings.find((each) => each.type === type && each.fullName === fullName);
  const message = { componentType: type, fullName, fileName, created: false, changed: false };
  return warning === undefined
    ? { ...message, deleted: true }
    : { ...message, deleted: false, problem: warning.problem, problemType: 'Warning' };
}

const MANIFEST_SUCCESS: DeployMessage = {
  componentType: '',
  fullName: 'package.xml',
  fileName: 'package.xml',
  created: false,
  changed: true,
  deleted: false,
};

const asPackageProblem = (
  component: PackagedComponent,
  problem: { readonly message: string; readonly line: number },
): PackageProblem => ({
  type: component.type,
  fullName: component.fullName,
  fileName: component.fileName,
  problem: problem.message,
  line: problem.line,
});

function apply(
  state: OrgState,
  components: Components,
  deletions: readonly Deletion[],
  userId: string,
): void {
  const changed = [...components.values()]
    .flatMap((members) => [...members.values()])
    .filter((each) => ofType(state.components, each.type).get(each.fullName) !== each);
  const schema = buildSchema(components, state.features);
  state.database.atomically(() => {
    ensureTables(state.database, schema);
    dropStored(state, withParts(state.components, deletions));
    storeComponents(state.database, changed);
    stampComponents(state.database, changed, { userId, now: state.now() });
    state.schema = schema;
    state.components = components;
    putSetupRows(state, components, userId);
  });
  state.database.forgetStatements();
}

/** Checks a package's large files and compiles its bundles before the deploy, in parallel to other work; undefined when it has neither. */
export function prepareDeploy(zip: Uint8Array): Promise<void> | undefined {
  const compile = (): Promise<void> | undefined => compileAhead(bundleSources(readPackage(zip).components));
  const checking = checkLargeFiles(zip);
  return checking === undefined ? compile() : checking.then(compile);
}

const bundleSources = (components: readonly PackagedComponent[]): readonly BundleSource[] =>
  components.filter(({ type }) => type === 'LightningComponentBundle').map((each) => bundleOf(each).source);

/** A component that the manifest names, and what the org holds after the deploy. */
interface Wanted {
  readonly packaged: PackagedComponent;
  readonly component: MetadataComponent;
}

/** The effect of a package's deletions. */
interface Removal extends ReturnType<typeof deletionProblems> {
  readonly removed: readonly Deletion[];
  /** The org's components after the deletions before and after the deploy, with the deployed ones in between. */
  readonly around: (components: readonly MetadataComponent[]) => Components;
}

function removalOf({ components }: OrgState, pack: Package, wanted: readonly Wanted[]): Removal {
  const added = wanted.map(({ component }) => component);
  const problems = deletionProblems(withComponents(components, added), [
    ...pack.deletedBefore,
    ...pack.deletedAfter,
  ]);
  const refused = new Set(problems.errors.map(keyOf));
  const possible = (some: readonly Deletion[]): readonly Deletion[] =>
    some.filter((each) => !refused.has(keyOf(each)));
  const [before, after] = [possible(pack.deletedBefore), possible(pack.deletedAfter)];
  return {
    ...problems,
    removed: [...before, ...after],
    around: (some) => withoutComponents(withComponents(withoutComponents(components, before), some), after),
  };
}

const usernamesOf = ({ database }: OrgState): ReadonlySet<string> =>
  new Set(
    database
      .prepare('SELECT Username FROM "User"')
      .all()
      .map(({ Username }) => String(Username)),
  );

/** The problems of each component in the deploy. */
function problemsIn(
  state: OrgState,
  components: Components,
  wanted: readonly Wanted[],
  apiVersion: string,
): ReadonlyMap<Wanted, readonly PackageProblem[]> {
  compiled(bundleSources(wanted.map(({ packaged }) => packaged)));
  const candidate = {
    components,
    schema: buildSchema(components, state.features),
    languages: languagesOf(state),
    apiVersion: Number(apiVersion),
    setsOfLimitedUsers: setsOfLimitedUsers(state),
    usernames: usernamesOf(state),
    licences: licencesByName(state),
    licencesOfHolders: licencesOfHolders(state),
  };
  return new Map(
    wanted.map((each) => [
      each,
      problemsOf(candidate, each.packaged).map((problem) => asPackageProblem(each.packaged, problem)),
    ]),
  );
}

/** The success message of a component; none for an object that is only the parent of deployed fields. */
function successOf(
  state: OrgState,
  { members }: Package,
  { packaged, component }: Wanted,
): readonly DeployMessage[] {
  const names = members.get(packaged.type) ?? [];
  const isNamed = names.some((name) => name === packaged.fullName || name === '*');
  return packaged.type === 'CustomObject' && !isNamed ? [] : [success(packaged, state.components, component)];
}

/**
 * Deploys a package. Nothing changes when it is only checked, nor when a component fails and rollbackOnError is on (the
 * default in production).
 */
export function deploy(
  state: OrgState,
  zip: Uint8Array,
  options: DeployOptions,
  userId: string,
): DeployResult {
  const pack = readPackage(zip);
  if (pack.unreadable !== undefined) return { success: false, messages: [failure(pack.unreadable)] };
  const wanted = pack.components
    .filter((packaged) => listed(pack, packaged))
    .map((packaged) => ({ packaged, component: asComponent(state.components, packaged) }));
  const removal = removalOf(state, pack, wanted);
  const whole = removal.around(wanted.map(({ component }) => component));
  const problems = problemsIn(state, whole, wanted, pack.apiVersion);
  const good = wanted.filter((each) => problems.get(each)?.length === 0);
  const failures = [
    ...pack.problems,
    ...manifestProblems(pack),
    ...removal.errors,
    ...[...problems.values()].flat(),
  ].map(failure);
  const successes = good.flatMap((each) => successOf(state, pack, each));

  const isKept = failures.length === 0 || options.rollbackOnError === false;
  if (isKept && options.checkOnly !== true)
    apply(state, removal.around(good.map(({ component }) => component)), removal.removed, userId);
  const kept = isKept
    ? [...successes, ...removal.removed.map((each) => deleted(each, removal.warnings)), MANIFEST_SUCCESS]
    : successes.map((message) => ({ ...message, created: false, changed: false }));
  return { success: failures.length === 0, messages: [...failures, ...kept] };
}
