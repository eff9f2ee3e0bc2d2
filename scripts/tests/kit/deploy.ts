import { setTimeout } from 'node:timers/promises';
import { zipSync } from 'fflate';
import type { Connect360 } from './connect360.ts';

const POLL_MS = 100;

/** Deploys the files of a metadata package (path -> text, package.xml included) and waits until the deploy has ended. */
export async function deploy(org: Connect360, files: Readonly<Record<string, string>>): Promise<void> {
  const bytes = Object.entries(files).map(([path, text]) => [path, Buffer.from(text)] as const);
  const form = new FormData();
  const deployOptions = { singlePackage: true, rollbackOnError: true };
  form.set('entity_content', new Blob([JSON.stringify({ deployOptions })], { type: 'application/json' }));
  form.set('file', new Blob([zipSync(Object.fromEntries(bytes))], { type: 'application/zip' }), 'deploy.zip');
  const response = await fetch(`${org.url}/services/data/v66.0/metadata/deployRequest`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${org.accessToken}` },
    body: form,
  });
  if (!response.ok) throw new Error(await response.text());
  const { id } = (await response.json()) as { readonly id: string };
  const { deployResult } = await ended(org, id);
  if (!deployResult.success) throw new Error(JSON.stringify(deployResult));
}

interface DeployStatus {
  readonly deployResult: { readonly done: boolean; readonly success: boolean };
}

/** Polls the deploy: components are compiled while the org answers other requests. */
async function ended(org: Connect360, id: string): Promise<DeployStatus> {
  for (;;) {
    const path = `metadata/deployRequest/${id}?includeDetails=true`;
    const status = (await org.rest('GET', path)) as DeployStatus;
    if (status.deployResult.done) return status;
    await setTimeout(POLL_MS);
  }
}

/** An app page with the given components and a tab that opens it, with the components' own code. */
export function appPagePackage(
  name: string,
  components: Readonly<Record<string, { readonly js: string; readonly html: string }>>,
): Readonly<Record<string, string>> {
  const xmlns = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
  const names = Object.keys(components);
  const items = names.map(
    (component) =>
      `<itemInstances><componentInstance><componentName>${component}</componentName><identifier>${component}</identifier></componentInstance></itemInstances>`,
  );
  const types = { LightningComponentBundle: names, FlexiPage: [name], CustomTab: [name] };
  const members = Object.entries(types).map(
    ([type, all]) =>
      `<types>${all.map((one) => `<members>${one}</members>`).join('')}<name>${type}</name></types>`,
  );
  const bundles = Object.entries(components).flatMap(([component, { js, html }]) => [
    [`lwc/${component}/${component}.js`, js],
    [`lwc/${component}/${component}.html`, html],
    [
      `lwc/${component}/${component}.js-meta.xml`,
      `<LightningComponentBundle ${xmlns}><apiVersion>66.0</apiVersion><isExposed>true</isExposed><targets><target>lightning__AppPage</target></targets></LightningComponentBundle>`,
    ],
  ]);
  return {
    'package.xml': `<Package ${xmlns}>${members.join('')}<version>66.0</version></Package>`,
    [`flexipages/${name}.flexipage`]: `<FlexiPage ${xmlns}><flexiPageRegions>${items.join('')}<name>main</name><type>Region</type></flexiPageRegions><masterLabel>${name}</masterLabel><template><name>flexipage:defaultAppHomeTemplate</name></template><type>AppPage</type></FlexiPage>`,
    [`tabs/${name}.tab`]: `<CustomTab ${xmlns}><flexiPage>${name}</flexiPage><label>${name}</label><motif>Custom53: Bell</motif></CustomTab>`,
    ...(Object.fromEntries(bundles) as Readonly<Record<string, string>>),
  };
}
