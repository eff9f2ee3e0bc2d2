import type { ComparedView } from '../../../force-app/main/default/lwc/cuzoDifferences/cuzoDifferences.ts';
import type { Config } from '../config/config.ts';
import { comparedItems } from '../events/comparison.ts';
import { viewHashOf } from '../events/policyView.ts';
import type { ItemsOf } from '../events/replay.ts';
import type { Staging } from './staging.ts';

/** Returns a function that reads the compared items of the view of a staged event. */
export function shownItems(staging: Staging, config: Config): ItemsOf {
  const find = staging.prepare('SELECT document FROM view WHERE n = ?');
  const findLine = staging.prepare('SELECT bytes FROM line WHERE n = ?');
  function viewIn(n: number): ComparedView | undefined {
    const document = find.get(n)?.document;
    if (typeof document === 'string') return JSON.parse(document) as ComparedView;
    const bytes = findLine.get(n)?.bytes;
    if (!(bytes instanceof Uint8Array)) return undefined;
    const { data } = JSON.parse(Buffer.from(bytes).toString('utf8')) as {
      readonly data: { readonly view?: ComparedView };
    };
    return data.view;
  }
  // Of one event they are asked for twice.
  let last: { readonly n: number; readonly items: ReturnType<ItemsOf> } | undefined;
  return (event) => {
    if (typeof viewHashOf(event) !== 'string') return undefined;
    if (last?.n !== event.n) {
      const view = viewIn(event.n);
      last = { n: event.n, items: view && comparedItems(view, config) };
    }
    return last.items;
  };
}
