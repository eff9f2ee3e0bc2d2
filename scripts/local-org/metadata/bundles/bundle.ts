import type { MetadataComponent } from '../../org.ts';
import { type BundleMeta, readMeta } from './meta.ts';
import type { BundleSource } from './report.ts';

const DECODER = new TextDecoder();
const CURRENT_VERSION = 66;

/** A Lightning web component as it was deployed. */
export interface Bundle {
  readonly name: string;
  readonly source: BundleSource;
  /** Its configuration file; undefined when there is none. */
  readonly meta: BundleMeta | undefined;
}

/** File name within the bundle -> text. Tests and subfolders are left out: an org ignores them. */
function textsOf({ files, fullName }: MetadataComponent): ReadonlyMap<string, string> {
  const start = `lwc/${fullName}/`;
  return new Map(
    [...files]
      .filter(([path]) => path.startsWith(start) && !path.includes('/__'))
      .map(([path, bytes]) => [path.slice(start.length), DECODER.decode(bytes)]),
  );
}

/** The bundle of a component of type LightningComponentBundle. */
export function bundleOf(component: MetadataComponent): Bundle {
  const name = component.fullName;
  const texts = textsOf(component);
  const metaText = texts.get(`${name}.js-meta.xml`);
  const meta = metaText === undefined ? undefined : readMeta(metaText);
  const apiVersion = Math.trunc(Number(meta?.apiVersion ?? CURRENT_VERSION));
  return {
    name,
    meta,
    source: {
      name,
      apiVersion: Number.isFinite(apiVersion) ? apiVersion : CURRENT_VERSION,
      files: Object.fromEntries([...texts].filter(([file]) => /\.(js|html|css)$/.test(file))),
    },
  };
}
