import type { Describes, FieldDescribe, ObjectDescribe } from '../describe/describe.ts';

/** A parent relationship, such as Owner by OwnerId. Polymorphic when it has several target objects. */
export interface Parent {
  readonly relationship: string;
  readonly polymorphic: boolean;
  readonly targets: readonly ObjectDescribe[];
}

/** A child relationship, such as Contacts by Contact.AccountId. */
export interface Children {
  readonly relationship: string;
  readonly object: ObjectDescribe;
  readonly field: string;
}

/** The visible objects, fields and relationships that a request names. */
export interface Visible {
  readonly objects: () => readonly ObjectDescribe[];
  readonly fields: (object: ObjectDescribe) => readonly FieldDescribe[];
  readonly parents: (object: ObjectDescribe) => readonly Parent[];
  readonly children: (object: ObjectDescribe) => readonly Children[];
}

export function createVisible(names: ReadonlySet<string>, describes: Describes): Visible {
  const all = new Set(describes.names());
  return {
    objects: () => [...all].filter((name) => names.has(name)).map(describes.of),
    fields: ({ fields }) => fields.filter(({ name }) => names.has(name)),
    parents: ({ fields }) =>
      fields.flatMap(({ relationshipName: relationship, referenceTo }) => {
        if (relationship === null || !names.has(relationship)) return [];
        const targets = referenceTo.filter((target) => all.has(target)).map(describes.of);
        return targets.length > 0 ? [{ relationship, polymorphic: referenceTo.length > 1, targets }] : [];
      }),
    children: ({ childRelationships }) =>
      childRelationships.flatMap(({ relationshipName: relationship, childSObject, field }) =>
        relationship !== null && names.has(relationship) && all.has(childSObject)
          ? [{ relationship, object: describes.of(childSObject), field }]
          : [],
      ),
  };
}

/** Returns a function that makes a value once per key: types of a schema refer to each other. */
export function createOnce<T>(): (key: string, make: () => T) => T {
  const made = new Map<string, T>();
  return (key, make) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make();
    made.set(key, value);
    return value;
  };
}
