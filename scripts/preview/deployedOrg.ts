import type { MetadataComponent, Org } from '../local-org/org.ts';
import type { Element } from './model/xml.ts';

type Deployed = Readonly<Record<string, Readonly<Record<string, Element>>>>;

/** An org for tests that holds metadata (type -> full name -> content) and Lightning bundles (name -> file -> text), no records. */
export function deployedOrg(
  metadata: Deployed,
  bundles: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
): Org {
  const files = (name: string, texts: Readonly<Record<string, string>>): ReadonlyMap<string, Uint8Array> =>
    new Map(Object.entries(texts).map(([file, text]) => [`lwc/${name}/${file}`, Buffer.from(text)]));
  const components = (type: string): ReadonlyMap<string, MetadataComponent> =>
    type === 'LightningComponentBundle'
      ? new Map(
          Object.entries(bundles).map(([name, texts]) => [
            name,
            { type, fullName: name, files: files(name, texts) },
          ]),
        )
      : new Map(
          Object.entries(metadata[type] ?? {}).map(([fullName, content]) => [
            fullName,
            { type, fullName, content, files: new Map() },
          ]),
        );
  return { components } as Pick<Org, 'components'> as Org;
}
