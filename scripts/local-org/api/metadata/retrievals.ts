import { strToU8, zipSync } from 'fflate';
import { retrieved, type Retrieved, type Wanted } from '../../metadata/retrieve.ts';
import { type MetadataComponent, type Org, OrgError } from '../../org.ts';
import { recordId } from '../recordId.ts';
import { element } from './xml.ts';

const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

/** A finished retrieve: its zip in base64, and what it found. */
export interface Retrieval {
  readonly id: string;
  readonly zipFile: string;
  readonly paths: readonly string[];
  readonly result: Retrieved;
}

export interface Retrievals {
  readonly run: (wanted: Wanted, version: string) => Retrieval;
  /** Throws INVALID_CROSS_REFERENCE_KEY when there is no such retrieve. */
  readonly find: (id: string) => Retrieval;
}

const documentOf = (root: string, content: unknown): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${element(root, content).replace(`<${root}>`, `<${root} xmlns="${NAMESPACE}">`)}\n`;

const manifest = (wanted: Wanted, version: string): string =>
  documentOf('Package', { types: [...wanted].map(([name, members]) => ({ members, name })), version });

const SECURITY = 'settings/Security.settings';

/**
 * The settings that can be read: whether Lightning Web Security is on, which a new org has on (LWC developer guide, "Enable and
 * Disable Lightning Web Security in Scratch Orgs": lockerServiceNext).
 */
const SETTINGS: ReadonlyMap<string, MetadataComponent> = new Map([
  [
    'Security',
    {
      type: 'Settings',
      fullName: 'Security',
      files: new Map([
        [SECURITY, strToU8(documentOf('SecuritySettings', { sessionSettings: { lockerServiceNext: true } }))],
      ]),
    },
  ],
]);

export function createRetrievals(org: Org): Retrievals {
  const all = new Map<string, Retrieval>();
  return {
    run: (wanted, version) => {
      const result = retrieved((type) => (type === 'Settings' ? SETTINGS : org.components(type)), wanted);
      const files = Object.fromEntries([
        ...[...result.files].map(
          ([path, file]) =>
            [
              `unpackaged/${path}`,
              file instanceof Uint8Array ? file : strToU8(documentOf(file.type, file.content)),
            ] as const,
        ),
        ['unpackaged/package.xml', strToU8(manifest(wanted, version))] as const,
      ]);
      const id = recordId('09S', all.size + 1);
      const zipFile = Buffer.from(zipSync(files)).toString('base64');
      const retrieval = { id, zipFile, paths: Object.keys(files), result };
      all.set(id.slice(0, 15), retrieval);
      return retrieval;
    },
    find: (id) => {
      const retrieval = all.get(id.slice(0, 15));
      if (retrieval !== undefined) return retrieval;
      throw new OrgError(404, 'INVALID_CROSS_REFERENCE_KEY', `invalid cross reference id: no retrieve ${id}`);
    },
  };
}
