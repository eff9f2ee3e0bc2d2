import type { Viewer } from './viewer.ts';
import { elements, text, type Element } from './xml.ts';

/** Standard profiles have names of their own in metadata. Metadata API developer guide, "Profile". */
const METADATA_PROFILES: Readonly<Record<string, string>> = {
  'System Administrator': 'Admin',
  'Standard User': 'Standard',
};

/**
 * The Lightning page that an app shows as home: that of the profile before that of everybody. Undefined for the standard one.
 * In the app's metadata it is an override of the action Tab of standard-home, on desktops only, as retrieved apps have it
 * (cyoungmark/stagingbackup, applications/Vilmos_Home_Page.app). An org-wide home page isn't metadata.
 */
export function homePageName(
  app: Element | undefined,
  { profile, formFactor }: Pick<Viewer, 'profile' | 'formFactor'>,
): string | undefined {
  const ofProfile = elements(app, 'profileActionOverrides').filter((override) =>
    [profile, METADATA_PROFILES[profile]].includes(text(override, 'profile')),
  );
  return [...ofProfile, ...elements(app, 'actionOverrides')]
    .filter((override) => text(override, 'actionName') === 'Tab')
    .filter((override) => text(override, 'pageOrSobjectType') === 'standard-home')
    .filter((override) => text(override, 'type')?.toLowerCase() === 'flexipage')
    .filter((override) =>
      [undefined, formFactor].includes(text(override, 'formFactor') as Viewer['formFactor']),
    )
    .map((override) => text(override, 'content'))
    .find((page) => page !== undefined);
}
