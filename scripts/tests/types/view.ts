/** What the feed lets through is what the CuZo tab reads. Checked by `npm run types` alone. */
import type { ViewDocument, ViewItem } from '../../../force-app/main/default/lwc/cuzoTab/viewDocument.ts';
import type { View, ViewItem as FeedItem } from '../../feed/view.ts';

export const readsView = (view: View): ViewDocument => view;
export const readsItem = (item: FeedItem): ViewItem => item;
// @ts-expect-error a document without sections is no view
export const noView: ViewDocument = { title: 'Audi' };
