import { OrgError } from '../org.ts';
import type { Dispatch } from './api.ts';
import type { Method } from './request.ts';
import { type Resource, errorBody, notFound } from './resource.ts';
import { isVersion } from './rest/versions.ts';

interface CompiledResource {
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly resource: Resource;
}

function compile(resource: Resource): CompiledResource {
  const names: string[] = [];
  const source = resource.path.replace(/:(\w+)/g, (_, name: string) => {
    names.push(name);
    return '([^/]+)';
  });
  return { pattern: new RegExp(`^${source}/?$`), names, resource };
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw notFound();
  }
}

function methodNotAllowed(method: string, resource: Resource): OrgError {
  const known = Object.keys(resource.handlers);
  const allowed = known.includes('GET') ? ['HEAD', ...known] : known;
  return new OrgError(
    405,
    'METHOD_NOT_ALLOWED',
    `HTTP Method '${method}' not allowed. Allowed are ${allowed.join(',')}`,
  );
}

/** The first matching resource is used, so paths with fixed words come before those with parameters. */
export function createDispatch(resources: readonly Resource[]): Dispatch {
  const compiled = resources.map(compile);

  const run: Dispatch = (url, call, api) => {
    const [path = '', search = ''] = splitOnce(url, '?');
    const [, version = '', rest = '/'] = /^\/services\/data\/v(\d+\.\d)(\/.*)?$/.exec(path) ?? [];
    if (!isVersion(version)) throw notFound();
    for (const { pattern, names, resource } of compiled) {
      const match = pattern.exec(rest);
      if (!match) continue;
      const query = new URLSearchParams(search);
      const method = (call.method === 'POST' ? query.get('_HttpMethod') : null) ?? call.method;
      const handler = resource.handlers[(method === 'HEAD' ? 'GET' : method) as Method];
      if (!handler) throw methodNotAllowed(method, resource);
      const values = new Map(names.map((name, index) => [name, decode(match[index + 1] ?? '')]));
      const param = (name: string): string => values.get(name) ?? '';
      return handler({ ...call, method: method as Method, param, query, version }, api);
    }
    throw notFound();
  };

  return (url, call, api) => {
    try {
      return run(url, call, api);
    } catch (error) {
      if (error instanceof OrgError) return { status: error.status, body: errorBody(error) };
      throw error;
    }
  };
}

function splitOnce(text: string, mark: string): readonly string[] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
