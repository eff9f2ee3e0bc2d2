import { GRAPHQL_RESOURCES } from './graphql/resource.ts';
import { INGEST_RESOURCES } from './bulk/ingestResource.ts';
import { BULK_QUERY_RESOURCES } from './bulk/queryResource.ts';
import { DEPLOY_REQUEST_RESOURCES } from './metadata/deployRequest.ts';
import type { Resource } from './resource.ts';
import { BATCH_RESOURCES } from './rest/batch.ts';
import { COLLECTION_RESOURCES } from './rest/collections.ts';
import { COMPOSITE_RESOURCES } from './rest/composite.ts';
import { GRAPH_RESOURCES } from './rest/graph.ts';
import { LIMIT_RESOURCES } from './rest/limits.ts';
import { QUERY_RESOURCES } from './rest/query.ts';
import { RECENT_RESOURCES } from './rest/recent.ts';
import { REPLICATION_RESOURCES } from './rest/replication.ts';
import { SOBJECT_RESOURCES } from './rest/sobjects.ts';
import { TOOLING_RESOURCES } from './rest/tooling.ts';
import { TREE_RESOURCES } from './rest/tree.ts';
import { LAYOUT_RESOURCES } from './ui/layout.ts';
import { LIST_VIEW_RESOURCES } from './ui/listViews.ts';
import { OBJECT_INFO_RESOURCES } from './ui/objectInfo.ts';
import { RECORD_UI_RESOURCES } from './ui/recordUi.ts';
import { RECORD_RESOURCES } from './ui/records.ts';
import { RELATED_LIST_RESOURCES } from './ui/relatedList.ts';
import { VERSION_RESOURCES } from './rest/versions.ts';

/** All supported resources below `/services/data/vNN.N`. */
export const RESOURCES: readonly Resource[] = [
  ...VERSION_RESOURCES,
  ...LIMIT_RESOURCES,
  ...QUERY_RESOURCES,
  ...RECENT_RESOURCES,
  ...REPLICATION_RESOURCES,
  ...SOBJECT_RESOURCES,
  ...COMPOSITE_RESOURCES,
  ...GRAPH_RESOURCES,
  ...BATCH_RESOURCES,
  ...TREE_RESOURCES,
  ...COLLECTION_RESOURCES,
  ...TOOLING_RESOURCES,
  ...DEPLOY_REQUEST_RESOURCES,
  ...INGEST_RESOURCES,
  ...BULK_QUERY_RESOURCES,
  ...GRAPHQL_RESOURCES,
  ...OBJECT_INFO_RESOURCES,
  ...RECORD_RESOURCES,
  ...LAYOUT_RESOURCES,
  ...RECORD_UI_RESOURCES,
  ...RELATED_LIST_RESOURCES,
  ...LIST_VIEW_RESOURCES,
];
