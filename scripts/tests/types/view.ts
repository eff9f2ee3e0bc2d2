/** What the feed accepts is what the CuZo tab reads. Checked by `npm run types` only. */
import type { COMPARISONS } from '../../../force-app/main/default/lwc/cuzoDifferences/cuzoDifferences.ts';
import type { Language as ShownLanguage } from '../../../force-app/main/default/lwc/cuzoFormat/cuzoFormat.ts';
import type { Language } from '../../feed/language.ts';
import type {
  ItemKind as ShownKind,
  ViewDocument,
  ViewFile,
  ViewItem,
} from '../../../force-app/main/default/lwc/cuzoViewDocument/cuzoViewDocument.ts';
import type { ItemKind } from '../../feed/itemKinds.ts';
import type { View, ViewItem as FeedItem } from '../../feed/view.ts';

export const readsView = (view: View): Omit<ViewDocument, 'documents'> => view;
export const readsFile = (file: NonNullable<View['documents']>[number]): ViewFile => file;
export const readsItem = (item: FeedItem): ViewItem => item;
// @ts-expect-error a document without sections is no view
export const noView: Omit<ViewDocument, 'documents'> = { title: 'Audi' };

type Same<A, B> = [A, B] extends [B, A] ? true : never;

/** A language added to the feed's table has to be added to the components' table, and vice versa. */
export const sameLanguages: Same<ShownLanguage, Language> = true;
/** The same for a kind of item: the tab's table then asks how it is shown. */
export const sameKinds: Same<ShownKind, ItemKind> = true;
/** And for how it is compared with Connect 360. */
export const sameComparisons: Same<keyof typeof COMPARISONS, ItemKind> = true;
