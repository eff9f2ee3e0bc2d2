import type { DeployMessage, DeployOptions, DeployResult, MetadataComponent } from '../org.ts';
import type { OrgState } from '../store/state.ts';
import { ensureTables } from '../store/tables.ts';
import { bundleOf } from './bundles/bundle.ts';
import { compileAhead, compiled } from './bundles/compiled.ts';
import type { BundleSource } from './bundles/report.ts';
import { problemsOf } from './checks.ts';
import { type Components, ofType } from '../schema/components.ts';
import { merged, withComponents } from './components.ts';
import { type Deletion, deletionProblems, dropStored, withoutComponents } from './destructive.ts';
import { languagesOf } from './languages.ts';
import { type Package, type PackagedComponent, readPackage } from './package.ts';
import type { PackageProblem } from './problem.ts';
import { buildSchema } from './schema.ts';
import { putSetupRows } from './setupRows.ts';
import { stampComponents, storeComponents } from './stored.ts';
import { KNOWN_TYPE_NAMES } from './types.ts';

/** Types of which a deploy changes the parts that it names and leaves the others as they are. */
const MERGED_TYPES = new Set(['CustomObject', 'CustomObjectTranslation', 'Translations']);

const keyOf = ({ type, fullName }: { readonly type: string; readonly fullName: string }): string =>
  `${type}\n${fullName}`;

function listed({ members }: Package, { type, fullName }: PackagedComponent): boolean {
  const names = members.get(type) ?? [];
  if (names.includes(fullName) || names.includes('*')) return true;
  if (type === 'CustomLabel') return members.has('CustomLabels');
  // A child comes with its object when the object is in the manifest.
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

/** Reports and dashboards list their folders as members too. */
const isFolder = (pack: Package, type: string, name: string): boolean =>
  (type === 'Report' || type === 'Dashboard') &&
  (!name.includes('/') || pack.components.some((each) => each.fullName.startsWith(`${name}/`)));

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
  (one.content !== undefined ||
    JSON.stringify([...one.files].map(([path, bytes]) => [path, String(bytes)])) ===
      JSON.stringify([...other.files].map(([path, bytes]) => [path, String(bytes)])));

/** A component that is taken out, or a warning that it wasn't there. */
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
    dropStored(state, deletions);
    storeComponents(state.database, changed);
    stampComponents(state.database, changed, { userId, now: state.now() });
    state.schema = schema;
    state.components = components;
    putSetupRows(state, components, userId);
  });
  state.database.forgetStatements();
}

/** Compiles the bundles of a package ahead of its deploy, beside other work; undefined when there is nothing to compile. */
export function prepareDeploy(zip: Uint8Array): Promise<void> | undefined {
  return compileAhead(bundleSources(readPackage(zip).components));
}

const bundleSources = (components: readonly PackagedComponent[]): readonly BundleSource[] =>
  components.filter(({ type }) => type === 'LightningComponentBundle').map((each) => bundleOf(each).source);

/**
 * Deploys a package. Nothing is changed when it is only checked, nor when a component fails while rollbackOnError is on
 * (the default of an org in production).
 */
export function deploy(
  state: OrgState,
  zip: Uint8Array,
  options: DeployOptions,
  userId: string,
): DeployResult {
  const pack = readPackage(zip);
  if (pack.unreadable !== undefined) return { success: false, messages: [failure(pack.unreadable)] };
  const wanted = pack.components.filter((component) => listed(pack, component));
  const added = wanted.map((component) => asComponent(state.components, component));
  const deletions = [...pack.deletedBefore, ...pack.deletedAfter];
  const deleting = deletionProblems(withComponents(state.components, added), deletions);
  const possible = (some: readonly Deletion[]): readonly Deletion[] =>
    some.filter((each) => !deleting.errors.some((error) => keyOf(error) === keyOf(each)));
  const settle = (components: readonly MetadataComponent[]): Components =>
    withoutComponents(
      withComponents(withoutComponents(state.components, possible(pack.deletedBefore)), components),
      possible(pack.deletedAfter),
    );
  const whole = settle(added);
  compiled(bundleSources(wanted));
  const candidate = {
    components: whole,
    schema: buildSchema(whole, state.features),
    languages: languagesOf(state),
    apiVersion: Number(pack.apiVersion),
  };
  const problems = new Map(wanted.map((component) => [keyOf(component), problemsOf(candidate, component)]));
  const good = wanted.filter((component) => (problems.get(keyOf(component)) ?? []).length === 0);
  const failures = [
    ...pack.problems,
    ...manifestProblems(pack),
    ...deleting.errors,
    ...wanted.flatMap((component) =>
      (problems.get(keyOf(component)) ?? []).map((problem) => asPackageProblem(component, problem)),
    ),
  ].map(failure);
  const byKey = new Map(added.map((component) => [keyOf(component), component]));
  const goodComponents = good.flatMap((component) => byKey.get(keyOf(component)) ?? []);
  const successes = good.flatMap((component) => {
    const now = byKey.get(keyOf(component));
    const inManifest = pack.members
      .get(component.type)
      ?.some((name) => name === component.fullName || name === '*');
    return now === undefined || (component.type === 'CustomObject' && inManifest !== true)
      ? []
      : [success(component, state.components, now)];
  });
  const keep = failures.length === 0 || options.rollbackOnError === false;
  if (keep && options.checkOnly !== true) apply(state, settle(goodComponents), possible(deletions), userId);
  const unwritten = keep ? [] : successes.map((message) => ({ ...message, created: false, changed: false }));
  return {
    success: failures.length === 0,
    messages: [
      ...failures,
      ...(keep
        ? [
            ...successes,
            ...possible(deletions).map((each) => deleted(each, deleting.warnings)),
            MANIFEST_SUCCESS,
          ]
        : unwritten),
    ],
  };
}
