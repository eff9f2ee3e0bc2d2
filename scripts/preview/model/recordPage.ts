import type { Org } from '../../local-org/org.ts';
import type { FormFactor } from '../page/pageModel.ts';
import type { RecordKind } from './layout.ts';
import { content, elements, text, type Element } from './xml.ts';

/**
 * The name of the FlexiPage assigned to a record; undefined when it is Salesforce's own page. Assignments take precedence in
 * Salesforce's order: app, record type and profile; then app; then the org's default (Lightning App Builder, "Activate
 * Lightning Experience Record Pages").
 */
export function recordPageName(
  org: Org,
  app: Element | undefined,
  kind: RecordKind,
  viewer: { readonly profile: string; readonly formFactor: FormFactor },
): string | undefined {
  const recordTypeName = `${kind.isPersonAccount ? 'PersonAccount' : kind.object}.${kind.recordType ?? ''}`;
  const forObject = (override: Element): boolean => text(override, 'pageOrSobjectType') === kind.object;
  const assigned = [
    elements(app, 'profileActionOverrides').filter(
      (override) =>
        forObject(override) &&
        text(override, 'recordType') === recordTypeName &&
        [undefined, viewer.profile].includes(text(override, 'profile')),
    ),
    elements(app, 'actionOverrides').filter(forObject),
    elements(content(org, 'CustomObject', kind.object), 'actionOverrides'),
  ];
  return assigned
    .flat()
    .filter((override) => text(override, 'actionName') === 'View')
    .filter((override) => text(override, 'type')?.toLowerCase() === 'flexipage')
    .filter((override) =>
      [undefined, viewer.formFactor].includes(text(override, 'formFactor') as FormFactor | undefined),
    )
    .map((override) => text(override, 'content'))
    .find((page) => page !== undefined);
}
