import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageNames } from './forceApp.ts';
import { componentsIn, type Component, retrieveComponents } from './orgComponents.ts';
import { retiredComponents } from './retired.ts';
import { type Sf, SfError } from './sf.ts';

/** What an org runs components in; `unknown` when the user may not read the settings. */
export type ComponentSecurity = 'Lightning Web Security' | 'Lightning Locker' | 'unknown';

/** What an org holds of what a deploy would touch. */
export interface OrgHolds {
  readonly security: ComponentSecurity;
  /** Components of earlier releases that this one has no more. */
  readonly retired: readonly Component[];
  /** Lightning pages with the names of ours, which an admin may have changed. */
  readonly pages: ReadonlySet<string>;
}

const SETTINGS: Component = { type: 'Settings', fullName: 'Security' };

/** Reads it with one retrieve; `folder` is for the files. */
export async function readOrgHolds(sf: Sf, org: string, folder: string): Promise<OrgHolds> {
  const pages = pageNames().map((fullName) => ({ type: 'FlexiPage', fullName }));
  const retired = retiredComponents();
  const wanted = [...pages, ...retired];
  let held: string;
  try {
    held = await retrieveComponents(sf, org, folder, [SETTINGS, ...wanted]);
  } catch (error) {
    if (!(error instanceof SfError)) throw error;
    // A user who may not read the settings of the org.
    held = await retrieveComponents(sf, org, folder, wanted);
  }
  const names = new Set(componentsIn(held).map(nameOf));
  return {
    security: securityIn(held),
    retired: retired.filter((each) => names.has(nameOf(each))),
    pages: new Set(pages.filter((each) => names.has(nameOf(each))).map(({ fullName }) => fullName)),
  };
}

const nameOf = ({ type, fullName }: Component): string => `${type} ${fullName}`;

/**
 * SecuritySettings.sessionSettings.lockerServiceNext: on is Lightning Web Security, off is Lightning Locker (LWC developer
 * guide, "Enable and Disable Lightning Web Security in Scratch Orgs").
 */
function securityIn(folder: string): ComponentSecurity {
  if (!componentsIn(folder).some((each) => nameOf(each) === nameOf(SETTINGS))) return 'unknown';
  const text = readFileSync(join(folder, 'settings', 'Security.settings'), 'utf8');
  const on = /<lockerServiceNext>(true|false)</.exec(text)?.[1];
  if (on === undefined) return 'unknown';
  return on === 'true' ? 'Lightning Web Security' : 'Lightning Locker';
}
