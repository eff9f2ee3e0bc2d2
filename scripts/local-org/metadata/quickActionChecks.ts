import { ofType } from '../schema/components.ts';
import { fieldOf, objectOf } from '../schema/model.ts';
import type { PackagedComponent } from './package.ts';
import { type Candidate, type Problem, missing } from './problem.ts';
import { type XmlContent, elements, textOf } from './xml.ts';

/**
 * Fields of activities, which the local org has no records of (Object Reference, Task and Event). An action may make them: it is checked,
 * not run.
 */
const ACTIVITY = [
  'Subject',
  'Description',
  'OwnerId',
  'WhatId',
  'WhoId',
  'Type',
  'IsReminderSet',
  'ReminderDateTime',
];
const OF_ACTIVITIES: Readonly<Record<string, readonly string[]>> = {
  Task: [...ACTIVITY, 'ActivityDate', 'Status', 'Priority', 'TaskSubtype', 'IsRecurrence'],
  Event: [...ACTIVITY, 'StartDateTime', 'EndDateTime', 'IsAllDayEvent', 'Location', 'ShowAs', 'IsPrivate'],
};

/** Types of actions that make or change a record. */
const OF_RECORDS: ReadonlySet<string> = new Set(['Create', 'Update', 'LogACall']);

/** What other types of actions open. */
const OPENED: Readonly<Record<string, readonly [element: string, type: string]>> = {
  LightningWebComponent: ['lightningWebComponent', 'LightningComponentBundle'],
  VisualforcePage: ['page', 'ApexPage'],
};

/** The object that an action makes or changes: an update's own one, else that it names. */
function targetOf(content: XmlContent, own: string | undefined): string | undefined {
  const type = textOf(content, 'type');
  if (type === 'LogACall') return 'Task';
  return textOf(content, 'targetObject') ?? (type === 'Update' ? own : undefined);
}

/**
 * Checks what a quick action names: its object, the record that it makes and its fields, the component that it opens. The words are those of
 * other types' missing references.
 */
export function quickActionProblems(
  { schema, components }: Candidate,
  { fullName }: PackagedComponent,
  content: XmlContent,
): readonly Problem[] {
  const own = fullName.includes('.') ? fullName.slice(0, fullName.indexOf('.')) : undefined;
  const noObject = (name: string, at: string): Problem => ({
    message: `Entity of type CustomObject named ${name} cannot be found`,
    at,
  });
  if (own !== undefined && objectOf(schema, own) === undefined) return [noObject(own, '<type>')];
  const type = textOf(content, 'type') ?? '';
  const label =
    textOf(content, 'label') === null && textOf(content, 'standardLabel') === null
      ? [{ message: 'Required field is missing: label', at: '<type>' }]
      : [];
  if (!OF_RECORDS.has(type)) {
    const [element, opened] = OPENED[type] ?? [];
    if (element === undefined || opened === undefined) return label;
    const name = textOf(content, element);
    if (name === null) return [...label, { message: `Required field is missing: ${element}`, at: '<type>' }];
    return ofType(components, opened).has(name)
      ? label
      : [...label, missing(element, opened, name, `<${element}>${name}<`)];
  }
  const target = targetOf(content, own);
  if (target === undefined)
    return [...label, { message: 'Required field is missing: targetObject', at: '<type>' }];
  const object = objectOf(schema, target);
  const activity = OF_ACTIVITIES[target];
  if (object === undefined && activity === undefined) return [...label, noObject(target, '<targetObject>')];
  const has = (field: string): boolean =>
    activity?.includes(field) === true || (object !== undefined && fieldOf(object, field) !== undefined);
  const named = [
    ...elements(content, 'fieldOverrides').map((entry) => textOf(entry, 'field')),
    ...elements(content, 'quickActionLayout')
      .flatMap((layout) => elements(layout, 'quickActionLayoutColumns'))
      .flatMap((column) => elements(column, 'quickActionLayoutItems'))
      .map((item) => textOf(item, 'field')),
  ];
  return [
    ...label,
    ...named.flatMap((field) =>
      field === null || has(field)
        ? []
        : [missing('field', 'CustomField', `${target}.${field}`, `<field>${field}</field>`)],
    ),
  ];
}
