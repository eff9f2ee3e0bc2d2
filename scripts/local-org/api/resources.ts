import { graphqlResources } from './graphql/resource.ts';
import { ingestResources } from './bulk/ingestResource.ts';
import { bulkQueryResources } from './bulk/queryResource.ts';
import { deployRequestResources } from './metadata/deployRequest.ts';
import type { Resource } from './resource.ts';
import { batchResources } from './rest/batch.ts';
import { collectionResources } from './rest/collections.ts';
import { compositeResources } from './rest/composite.ts';
import { graphResources } from './rest/graph.ts';
import { limitResources } from './rest/limits.ts';
import { queryResources } from './rest/query.ts';
import { recentResources } from './rest/recent.ts';
import { replicationResources } from './rest/replication.ts';
import { sobjectResources } from './rest/sobjects.ts';
import { toolingResources } from './rest/tooling.ts';
import { treeResources } from './rest/tree.ts';
import { layoutResources } from './ui/layout.ts';
import { objectInfoResources } from './ui/objectInfo.ts';
import { recordUiResources } from './ui/recordUi.ts';
import { recordResources } from './ui/records.ts';
import { relatedListResources } from './ui/relatedList.ts';
import { versionResources } from './rest/versions.ts';

/** Everything below `/services/data/vNN.N` that is supported. */
export const resources: readonly Resource[] = [
  ...versionResources,
  ...limitResources,
  ...queryResources,
  ...recentResources,
  ...replicationResources,
  ...sobjectResources,
  ...compositeResources,
  ...graphResources,
  ...batchResources,
  ...treeResources,
  ...collectionResources,
  ...toolingResources,
  ...deployRequestResources,
  ...ingestResources,
  ...bulkQueryResources,
  ...graphqlResources,
  ...objectInfoResources,
  ...recordResources,
  ...layoutResources,
  ...recordUiResources,
  ...relatedListResources,
];
