import { type Components, ofType } from '../schema/components.ts';
import { CHILD_TYPES } from './types.ts';

interface Part {
  readonly type: string;
  readonly fullName: string;
}

/** Components that a custom object takes along: its fields, rules and lists, its layouts, translations and tab. */
export function partsOfObject(components: Components, object: string): readonly Part[] {
  const named = (type: string, isPart: (fullName: string) => boolean): readonly Part[] =>
    [...ofType(components, type).keys()].filter(isPart).map((fullName) => ({ type, fullName }));
  return [
    ...Object.values(CHILD_TYPES).flatMap((type) => named(type, (name) => name.startsWith(`${object}.`))),
    ...['Layout', 'CustomObjectTranslation'].flatMap((type) =>
      named(type, (name) => name.startsWith(`${object}-`)),
    ),
    ...named('CustomTab', (name) => name === object),
  ];
}

/**
 * Why an object has to stay: key prefixes count up in the order of the objects' first deploys, so that those that came later can
 * only keep theirs when they go with it.
 */
export function objectOrderProblem(
  components: Components,
  fullName: string,
  gone: ReadonlySet<string>,
): string | undefined {
  const custom = [...ofType(components, 'CustomObject').keys()].filter((name) => /__c$/i.test(name));
  const later = custom
    .slice(custom.indexOf(fullName) + 1)
    .filter((name) => !gone.has(`CustomObject\n${name}`));
  if (!/__c$/i.test(fullName)) return 'Standard objects can not be deleted';
  return later.length === 0
    ? undefined
    : `Deleting a CustomObject is only supported by this org together with those that came later: ${later.join(', ')}`;
}
