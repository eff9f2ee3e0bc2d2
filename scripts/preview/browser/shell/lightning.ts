import { createElement } from 'lwc';
import type { ComponentItem } from '../../page/pageModel.ts';
import { model } from '../platform/model.ts';
import { h } from './dom.ts';

type LightningClass = Parameters<typeof createElement>[1]['is'];

const STANDARD_ICONS: Readonly<Record<string, string>> = {
  Account: 'standard:account',
  InsurancePolicy: 'standard:policy',
  Contact: 'standard:contact',
  Case: 'standard:case',
};

/** The icon of an object. It appears when lightning-icon has loaded. */
export function recordIcon(object: string): HTMLElement {
  const place = h('span', { class: 'record-icon' });
  void load('lightning/icon').then((is) => {
    const icon = createElement('lightning-icon', { is });
    Object.assign(icon, { iconName: STANDARD_ICONS[object] ?? 'standard:record', size: 'medium' });
    place.append(icon);
  });
  return place;
}

/**
 * A deployed Lightning web component with its properties. Any failure in loading, constructing or drawing it is shown as a
 * box with its name.
 */
export function deployedComponent(
  item: ComponentItem,
  given: Readonly<Record<string, unknown>>,
): HTMLElement {
  const place = h('div', { class: 'component', 'data-component': item.label });
  void mount(place, item, { ...item.properties, ...given });
  return place;
}

async function mount(place: HTMLElement, item: ComponentItem, properties: object): Promise<void> {
  const boundary = createElement('preview-boundary', { is: await load('preview/boundary') });
  const name = `${model.texts.componentFailed}: ${item.label}`;
  const found = item.refused ?? (await load(`c/${item.label}`).catch((error: unknown) => String(error)));
  Object.assign(
    boundary,
    { name, properties },
    typeof found === 'string' ? { reason: found } : { component: found },
  );
  place.append(boundary);
}

async function load(specifier: string): Promise<LightningClass> {
  const { default: found } = (await import(specifier)) as { readonly default: LightningClass };
  return found;
}
