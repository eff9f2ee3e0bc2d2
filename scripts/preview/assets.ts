import type { Org } from '../local-org/org.ts';
import type { CompiledComponents } from './components/compiledComponents.ts';
import { fingerprint } from './components/fingerprint.ts';
import { sandboxBundle, type SandboxBundle } from './lws/sandboxBundle.ts';
import type { PageAssets } from './page/html.ts';
import type { Shell } from './page/shell.ts';
import { isBaseModule, vendorBundle, type Vendor } from './vendor/vendor.ts';

export interface Assets {
  /** The assets of a page, with its components in Lightning Web Security's sandbox or without. Builds what is missing. */
  readonly forPage: (sandboxed: boolean) => Promise<PageAssets>;
  /** A file below `/assets/`: its text, or its path. */
  readonly file: (
    path: string,
  ) => Promise<{ readonly text: string } | { readonly folder: string; readonly name: string } | undefined>;
}

/**
 * The code of the pages in four parts, each under a URL with a hash of its contents: `vendor-<hash>/` (engine and base
 * components) and `lws-<hash>/` (the sandbox), built once; `components-<hash>/` (what is deployed, recompiled after a
 * deploy); `shell-<hash>/` (this folder's own code).
 */
export function pageAssets(org: Org, cacheFolder: string): Assets {
  // Loaded on demand: the compilers take half a second to load, which a server without pages doesn't need.
  const shell = once(async (): Promise<Shell> => (await import('./page/shell.ts')).buildShell());
  const compiled = new Map<string, Promise<CompiledComponents>>();
  const vendors = new Map<string, Vendor>();
  const sandbox = once((): Promise<SandboxBundle> => sandboxBundle(cacheFolder));

  async function vendorFor(components: CompiledComponents): Promise<Vendor> {
    const isNative = [...components.files.values()].some((text) => text.includes('shadowSupportMode'));
    const vendor = await vendorBundle(cacheFolder, [...components.used].filter(isBaseModule), isNative);
    vendors.set(vendor.hash, vendor);
    return vendor;
  }

  async function compile(
    bundles: ReturnType<Org['components']>,
    sandboxed: boolean,
  ): Promise<CompiledComponents> {
    const { compileComponents } = await import('./components/compile.ts');
    return compileComponents(bundles, cacheFolder, sandboxed);
  }

  function components(sandboxed: boolean): Promise<CompiledComponents> {
    const bundles = org.components('LightningComponentBundle');
    const hash = fingerprint(bundles, sandboxed);
    const known = compiled.get(hash) ?? compile(bundles, sandboxed);
    compiled.set(hash, known);
    return known;
  }

  return {
    async forPage(sandboxed) {
      const own = await components(sandboxed);
      const [vendor, { hash, modules, start }, lws] = await Promise.all([
        vendorFor(own),
        shell(),
        sandboxed ? sandbox() : undefined,
      ]);
      return {
        imports: {
          ...urls(`vendor-${vendor.hash}`, vendor.modules),
          ...urls(`components-${own.hash}`, own.modules),
          ...urls(`shell-${hash}`, modules),
          ...(lws && urls(`lws-${lws.hash}`, lws.modules)),
        },
        styles: ['slds.css', 'shell.css'].map((name) => `/assets/shell-${hash}/${name}`),
        start: `/assets/shell-${hash}/${start}`,
      };
    },
    async file(path) {
      const [, kind, hash = '', name = ''] = /^(vendor|lws|components|shell)-(\w+)\/(.+)$/.exec(path) ?? [];
      if (kind === 'vendor' || kind === 'lws') {
        const built = kind === 'lws' ? await sandbox() : vendors.get(hash);
        return built && { folder: built.folder, name };
      }
      const files = kind === 'shell' ? (await shell()).files : (await compiled.get(hash))?.files;
      const text = files?.get(name);
      return text === undefined ? undefined : { text };
    },
  };
}

function urls(folder: string, modules: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(modules).map(([specifier, file]) => [specifier, `/assets/${folder}/${file}`]),
  );
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
