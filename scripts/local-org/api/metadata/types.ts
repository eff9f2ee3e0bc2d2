import { CHILD_TYPES, METADATA_TYPES } from '../../metadata/types.ts';

const IN_FOLDERS = ['Dashboard', 'Report'];
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  CustomLabels: ['CustomLabel'],
  CustomObject: Object.values(CHILD_TYPES),
};

/** DescribeMetadataResult: the supported types. */
export const describeMetadata = (): Record<string, unknown> => ({
  metadataObjects: METADATA_TYPES.map(({ name, folder, suffix, withMetaFile }) => ({
    ...(CHILDREN[name] ? { childXmlNames: CHILDREN[name] } : {}),
    directoryName: folder,
    inFolder: IN_FOLDERS.includes(name),
    metaFile: withMetaFile === true,
    ...(suffix === undefined ? {} : { suffix }),
    xmlName: name,
  })),
  organizationNamespace: '',
  partialSaveAllowed: true,
  testRequired: false,
});
