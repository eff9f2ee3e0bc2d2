import type { Api } from '../api.ts';
import type { ResourceRequest } from '../request.ts';
import { type Handler, type Resource, listOf, objectBody, ok } from '../resource.ts';
import { rollBack } from './rollBack.ts';
import {
  type Subanswer,
  type Subrequest,
  HALTED,
  halted,
  invalid,
  runAll,
  subrequest,
} from './subrequests.ts';

/** REST API Developer Guide, Composite Graph Limits. */
const MOST_GRAPHS = 75;
const MOST_NODES = 500;
const MOST_KINDS = 15;
const DEEPEST = 15;
const MOST_FAILURES = 14;

interface Graph {
  readonly graphId: string;
  readonly nodes: readonly Subrequest[];
}

interface GraphAnswer {
  readonly graphId: string;
  readonly graphResponse: { readonly compositeResponse: readonly Subanswer[] };
  readonly isSuccessful: boolean;
}

/** A graph accepts only record resources: by object, by id, by external id (Composite Graph, Requests). */
const RECORDS = /^(\/services\/data\/v\d+\.\d\/sobjects\/[^/?]+)(\/[^/?]+){0,2}\/?(\?|$)/;

/** API version and object, by which different kinds of nodes are counted. */
const kindOf = ({ url }: Subrequest): string => RECORDS.exec(url)?.[1]?.toLowerCase() ?? url;

function check({ graphId, nodes }: Graph): void {
  const depths = new Map<string, number>();
  for (const node of nodes) {
    if (!RECORDS.test(node.url) || /\/describe\/?(\?|$)/.test(node.url)) {
      throw invalid(`The URL ${node.url} of graph ${graphId} is no sObject resource.`);
    }
    if (depths.has(node.referenceId)) {
      throw invalid(`Duplicate referenceId ${node.referenceId} in graph ${graphId}.`);
    }
    const text = JSON.stringify([node.url, node.body ?? null]);
    const above = [...text.matchAll(/@\{(\w+)/g)].map(([, name = '']) => depths.get(name) ?? 0);
    const depth = Math.max(0, ...above) + 1;
    if (depth > DEEPEST) throw invalid(`Graph ${graphId} is deeper than ${DEEPEST}.`);
    depths.set(node.referenceId, depth);
  }
}

function graphOf(value: unknown): Graph {
  const body = objectBody(value);
  if (typeof body.graphId !== 'string') throw invalid('Each graph needs a graphId.');
  return { graphId: body.graphId, nodes: listOf(body, 'compositeRequest').map(subrequest) };
}

function checkAll(graphs: readonly Graph[]): void {
  const nodes = graphs.flatMap((graph) => graph.nodes);
  if (graphs.length > MOST_GRAPHS) throw invalid(`A request has at most ${MOST_GRAPHS} graphs.`);
  if (nodes.length > MOST_NODES) throw invalid(`A request has at most ${MOST_NODES} nodes.`);
  if (new Set(nodes.map(kindOf)).size > MOST_KINDS) {
    throw invalid(`A request has at most ${MOST_KINDS} different nodes.`);
  }
  if (new Set(graphs.map(({ graphId }) => graphId)).size < graphs.length) {
    throw invalid('Each graphId of a request can be used once.');
  }
  graphs.forEach(check);
}

const answerOf = (graphId: string, compositeResponse: readonly Subanswer[]): GraphAnswer => ({
  graphId,
  graphResponse: { compositeResponse },
  isSuccessful: compositeResponse.every(({ httpStatusCode }) => httpStatusCode < 400),
});

const run = ({ graphId, nodes }: Graph, request: ResourceRequest, api: Api): GraphAnswer =>
  answerOf(
    graphId,
    rollBack(
      api.org,
      () => runAll(nodes, true, request, api),
      (answers) => answers.some(({ httpStatusCode }) => httpStatusCode >= 400),
      (answers) => halted(nodes, answers),
    ),
  );

const notRun = ({ graphId, nodes }: Graph): GraphAnswer =>
  answerOf(
    graphId,
    nodes.map(({ referenceId }) => ({ body: HALTED, httpHeaders: {}, httpStatusCode: 400, referenceId })),
  );

const create: Handler = (request, api) => {
  const graphs = listOf(objectBody(request.body), 'graphs').map(graphOf);
  checkAll(graphs);
  let failures = 0;
  const answers = graphs.map((graph) => {
    if (failures > MOST_FAILURES) return notRun(graph);
    const answer = run(graph, request, api);
    if (!answer.isSuccessful) failures += 1;
    return answer;
  });
  return ok({ graphs: answers });
};

/** Composite graph: independent graphs, each saved as a whole or not at all. Counts as one API call. */
export const GRAPH_RESOURCES: readonly Resource[] = [
  { path: '/composite/graph', handlers: { POST: create } },
];
