import type { Caller } from '../org.ts';

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** A call of a resource below `/services/data/vNN.N`, by HTTP or as part of a composite request. */
export interface ResourceRequest {
  readonly method: Method;
  /** The decoded value of a `:name` segment of the resource's path. */
  readonly param: (name: string) => string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Parsed JSON; for other content types, the result of the server's parser. */
  readonly body: unknown;
  /** `66.0` */
  readonly version: string;
  readonly caller: Caller;
}

/** `body` is sent as JSON unless it is a Buffer, a string or a stream (then `headers` names its content type). */
export interface ResourceAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a call needs besides its path. */
export type Call = Omit<ResourceRequest, 'method' | 'param' | 'query' | 'version'> & {
  readonly method: string;
};
