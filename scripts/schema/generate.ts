import { join } from 'node:path';
import { codeLabels } from './codeLabels.ts';
import { componentPaths, lwcModules } from './lwcModules.ts';
import { metadataTypes } from './metadataTypes.ts';
import { objectTypes } from './objectTypes.ts';
import { platformModules } from './platformModules.ts';
import { readPackage, type FieldMetadata, type PackageMetadata } from './read.ts';
import { standardObjects, customObjectFields } from './standard.ts';

const GENERATED = join('scripts', 'schema', 'generated');
const LOCAL_ORG = join('scripts', 'local-org', 'metadata', 'generated');
const CODE_LABELS = join('force-app', 'main', 'default', 'lwc', 'cuzoCodeLabels');

/** All generated files of the project in `root`: relative path and text. */
export function generate(root: string): Map<string, string> {
  const ours = readPackage(join(root, 'force-app', 'main', 'default'));
  const connect360 = readPackage(join(root, 'config', 'connect360', 'main', 'default'));
  const standard = standardObjects();
  const codes = codeLabels([...ours.labels.keys()]);
  return new Map([
    ...[...codes].map(([file, text]) => [join(CODE_LABELS, file), text] as const),
    [join(GENERATED, 'objects.ts'), objectTypes(merge(standard, connect360.objects, ours.objects))],
    // Connect 360's own fields are left out: other orgs have other names for them, so no component may import one.
    [
      join(GENERATED, 'lwc.d.ts'),
      lwcModules({
        objects: merge(standard, ours.objects),
        labels: ours.labels.keys(),
        customPermissions: ours.customPermissions,
      }),
    ],
    [join(GENERATED, 'names.json'), names(ours)],
    [join(LOCAL_ORG, 'types.json'), metadataTypes()],
    [join(LOCAL_ORG, 'modules.json'), platformModules()],
    [join(GENERATED, 'tsconfig.paths.json'), componentPaths(ours.bundles, '../../..')],
  ]);
}

/**
 * Master texts and permissions for component tests. They are JSON because jest can't load one source as an ES module for
 * Node tests and as CommonJS for component tests in the same process.
 */
function names({ labels, customPermissions }: PackageMetadata): string {
  return `${JSON.stringify({ labels: Object.fromEntries(labels), customPermissions }, null, 2)}\n`;
}

type Objects = ReadonlyMap<string, readonly FieldMetadata[]>;

function merge(standard: Objects, ...packages: readonly Objects[]): Objects {
  const merged = new Map(standard);
  for (const [object, fields] of packages.flatMap((objects) => [...objects])) {
    if (fields.length === 0 && !merged.has(object)) continue;
    merged.set(object, [...(merged.get(object) ?? customObjectFields(fields)), ...fields]);
  }
  return merged;
}
