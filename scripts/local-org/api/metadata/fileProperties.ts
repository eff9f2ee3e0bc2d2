import { KNOWN_TYPE_NAMES } from '../../metadata/types.ts';
import { type Caller, type MetadataComponent, type Org, OrgError } from '../../org.ts';
import type { Retrieval } from './retrievals.ts';

type Properties = Readonly<Record<string, unknown>>;

const LABELS = 'labels/CustomLabels.labels';

/** Throws INSUFFICIENT_ACCESS for users who aren't administrators, as a deploy does. */
export function mayRetrieve(org: Org, caller: Caller): void {
  void org.prepareDeploy(new Uint8Array(), caller);
}

function fileNameOf({ type, fullName, files }: MetadataComponent): string {
  if (type === 'LightningComponentBundle') return `lwc/${fullName}`;
  return [...files.keys()][0] ?? '';
}

/** FileProperties, in the order of the WSDL (Metadata API developer guide). */
function propertiesOf(org: Org, components: Iterable<MetadataComponent>): readonly Properties[] {
  const names = new Map<string, unknown>();
  function nameOf(userId: string): unknown {
    if (!names.has(userId)) names.set(userId, org.user(userId).Name);
    return names.get(userId);
  }
  const stamps = new Map<string, ReturnType<Org['componentStamps']>>();
  return [...components].flatMap((component) => {
    const { type, fullName } = component;
    const ofType = stamps.get(type) ?? org.componentStamps(type);
    stamps.set(type, ofType);
    const stamp = ofType.get(fullName);
    if (stamp === undefined) return [];
    return [
      {
        createdById: stamp.createdById,
        createdByName: nameOf(stamp.createdById),
        createdDate: stamp.createdDate,
        fileName: fileNameOf(component),
        fullName,
        id: '',
        lastModifiedById: stamp.lastModifiedById,
        lastModifiedByName: nameOf(stamp.lastModifiedById),
        lastModifiedDate: stamp.lastModifiedDate,
        manageableState: 'unmanaged',
        type,
      },
    ];
  });
}

/** All labels together are a component too: created with the first of them, changed with the last. */
function labelsFile(org: Org): readonly Properties[] {
  const labels = propertiesOf(org, org.components('CustomLabel').values());
  const sorted = (key: string): readonly Properties[] =>
    [...labels].sort((one, other) => (String(one[key]) < String(other[key]) ? -1 : 1));
  const first = sorted('createdDate')[0];
  const last = sorted('lastModifiedDate').at(-1);
  if (first === undefined || last === undefined) return [];
  const { lastModifiedById, lastModifiedByName, lastModifiedDate } = last;
  const named = { fileName: LABELS, fullName: 'CustomLabels', type: 'CustomLabels' };
  return [{ ...first, ...named, lastModifiedById, lastModifiedByName, lastModifiedDate }];
}

/** The components of a type as listMetadata returns them. Throws INVALID_TYPE for an unknown type. */
export function listMetadata(org: Org, type: string): readonly Properties[] {
  if (!KNOWN_TYPE_NAMES.has(type)) throw new OrgError(400, 'INVALID_TYPE', `Unknown type:${type}`);
  return type === 'CustomLabels' ? labelsFile(org) : propertiesOf(org, org.components(type).values());
}

/** RetrieveResult (Metadata API developer guide). It is done when it is first asked for. */
export function retrieveStatus(org: Org, { id, zipFile, result }: Retrieval): Properties {
  return {
    done: true,
    fileProperties: propertiesOf(org, result.found).map((each) => ({
      ...each,
      fileName: `unpackaged/${String(each.fileName)}`,
    })),
    id,
    messages: result.missing.map(({ type, fullName }) => ({
      fileName: 'unpackaged/package.xml',
      problem: `Entity of type '${type}' named '${fullName}' cannot be found`,
    })),
    status: 'Succeeded',
    success: true,
    zipFile,
  };
}
