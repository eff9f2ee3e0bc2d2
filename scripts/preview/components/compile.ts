import lwc from '@lwc/rollup-plugin';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { rollup, type Plugin } from 'rollup';
import type { MetadataComponent } from '../../local-org/org.ts';
import { SANDBOXED_OUTPUT, sandboxedModule } from '../lws/sandboxedModule.ts';
import { KEEP_PLATFORM, RESOLVE_PLATFORM } from '../vendor/resolvePlatform.ts';
import { BOUNDARY_SOURCE } from './boundarySource.ts';
import { keepComponents, keptComponents, type CompiledComponents } from './compiledComponents.ts';
import { fingerprint } from './fingerprint.ts';

/** API version of the engine's behaviour and of the pages' UI API. */
const API_VERSION = 66;
/** The module around each component. Like the platform's own page, it is outside of their sandbox. */
const BOUNDARY = 'preview/boundary';
const OWN_SPECIFIER = /^(c|preview)\/(\w+)$/;

/**
 * Compiles Lightning component bundles as they were deployed. Platform modules and base components stay imports, which the
 * page's import map resolves. A bundle that doesn't compile breaks only itself. `folder` caches sources and result. With
 * `sandboxed` they run in Lightning Web Security's sandbox.
 */
export async function compileComponents(
  bundles: ReadonlyMap<string, MetadataComponent>,
  folder: string,
  sandboxed: boolean,
): Promise<CompiledComponents> {
  const hash = fingerprint(bundles, sandboxed);
  const sources = join(folder, `components-${hash}`);
  const kept = keptComponents(sources);
  if (kept !== undefined) return kept;
  writeSources(bundles, sources);
  const compiled = { hash, ...(await compileAll([...bundles.keys()], sources, sandboxed)) };
  keepComponents(sources, compiled);
  return compiled;
}

async function compileAll(
  names: readonly string[],
  sources: string,
  sandboxed: boolean,
): Promise<Omit<CompiledComponents, 'hash'>> {
  const withoutCode = names.filter((name) => existing(join(sources, 'c', name, name)) === null);
  const broken = new Map(withoutCode.map((name) => [name, `The deployed bundle has no ${name}.js.`]));
  const specifiers = names.map((name) => `c/${name}`);
  for (;;) {
    try {
      const boundary = await build([BOUNDARY], sources, broken, false);
      const { files, modules, used } = await build(specifiers, sources, broken, sandboxed);
      return {
        broken,
        used,
        files: new Map([...boundary.files, ...files]),
        modules: { ...boundary.modules, ...modules },
      };
    } catch (error) {
      const culprit = bundleAtFault(error, sources);
      if (culprit === undefined || broken.has(culprit)) throw error;
      broken.set(culprit, (error as Error).message.replaceAll(`${sources}/`, ''));
    }
  }
}

function writeSources(bundles: ReadonlyMap<string, MetadataComponent>, sources: string): void {
  function write(path: string, content: Uint8Array | string): void {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  for (const [name, { files }] of bundles)
    for (const [path, bytes] of files)
      write(join(sources, 'c', name, path.slice(path.lastIndexOf(`${name}/`) + name.length + 1)), bytes);
  for (const [path, content] of Object.entries(BOUNDARY_SOURCE)) write(join(sources, path), content);
}

async function build(
  specifiers: readonly string[],
  sources: string,
  broken: ReadonlyMap<string, string>,
  sandboxed: boolean,
): Promise<Pick<CompiledComponents, 'files' | 'modules' | 'used'>> {
  const used = new Set<string>();
  // Rollup doesn't accept empty input, as from an org without components yet.
  if (specifiers.length === 0) return { files: new Map(), modules: {}, used };
  const bundle = await rollup({
    input: Object.fromEntries(specifiers.map((specifier) => [specifier, specifier])),
    plugins: [
      resolveOwn(sources, broken, used),
      sandboxed ? KEEP_PLATFORM : RESOLVE_PLATFORM,
      lwc({
        rootDir: sources,
        defaultModules: [],
        exclude: [/\0/],
        // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- a type only: its values aren't exported
        apiVersion: API_VERSION,
        enableDynamicComponents: true,
        enableSyntheticElementInternals: true,
        enableLightningWebSecurityTransforms: sandboxed,
      }),
    ],
    onwarn: () => undefined,
  });
  const { output } = await bundle.generate({
    ...(sandboxed ? SANDBOXED_OUTPUT : { format: 'es' }),
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
  });
  await bundle.close();
  return {
    used,
    files: new Map(
      output
        .filter((file) => file.type === 'chunk')
        .map((chunk) => [chunk.fileName, sandboxed ? sandboxedModule(chunk) : chunk.code]),
    ),
    modules: Object.fromEntries(specifiers.map((specifier) => [specifier, `${specifier}.js`])),
  };
}

function resolveOwn(sources: string, broken: ReadonlyMap<string, string>, used: Set<string>): Plugin {
  return {
    name: 'deployed-bundles',
    resolveId(specifier, importer) {
      const [, namespace = '', name = ''] = OWN_SPECIFIER.exec(specifier) ?? [];
      if (broken.has(name)) return `\0broken:${name}`;
      if (name !== '') return existing(join(sources, namespace, name, name));
      // The compiler's plugin would give `./x` the importer's extension, whether or not there is such a file.
      if (specifier.startsWith('.') && importer !== undefined && !/\.\w+(\?|$)/.test(basename(specifier)))
        return existing(resolve(dirname(importer), specifier));
      if (specifier === 'lwc' || specifier.startsWith('lightning/')) {
        if (specifier !== 'lwc') used.add(specifier);
        return { id: specifier, external: true };
      }
      return null;
    },
    load: (id) =>
      id.startsWith('\0broken:')
        ? `throw new Error(${JSON.stringify(broken.get(id.slice('\0broken:'.length)))}); export default null;`
        : null,
  };
}

function existing(path: string): string | null {
  return existsSync(`${path}.js`) ? `${path}.js` : null;
}

function bundleAtFault(error: unknown, sources: string): string | undefined {
  const { id, loc, message } = error as { id?: string; loc?: { file?: string }; message: string };
  const place = [id, loc?.file, message].find((text) => text?.includes(join(sources, 'c')));
  return place?.split(`${join(sources, 'c')}/`)[1]?.split('/')[0];
}
