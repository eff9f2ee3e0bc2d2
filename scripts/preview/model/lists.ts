import { OrgError, type Caller, type Org } from '../../local-org/org.ts';
import type { ListModel } from '../page/pageModel.ts';
import { objectParts } from './layout.ts';
import { text, type Element } from './xml.ts';

/**
 * The deployed list views of an object, and the one that is open: the first by label unless another is asked for by its name.
 * Undefined when the object isn't there for the user, has no list view, or not the one that is asked for.
 */
export function listModel(
  org: Org,
  caller: Caller,
  object: string,
  asked?: string | null,
): ListModel | undefined {
  const described = describeFor(org, caller, object);
  if (described === undefined) return undefined;
  const views = objectParts(org, object, 'listViews', 'ListView')
    .map((view) => ({ name: text(view, 'fullName') ?? '', label: text(view, 'label') ?? '' }))
    .sort((a, b) => a.label.localeCompare(b.label));
  const open = asked == null ? views[0] : views.find(({ name }) => name === asked);
  if (open === undefined) return undefined;
  return {
    object: text(described, 'name') ?? object,
    objectLabel: text(described, 'labelPlural') ?? object,
    views,
    view: open.name,
  };
}

function describeFor(org: Org, caller: Caller, object: string): Element | undefined {
  try {
    return org.describe(object, caller);
  } catch (error) {
    if (error instanceof OrgError) return undefined;
    throw error;
  }
}
