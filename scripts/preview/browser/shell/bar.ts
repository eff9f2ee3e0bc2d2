import type { DeedButton } from '../../page/pageModel.ts';
import { model } from '../platform/model.ts';
import { h } from './dom.ts';

/** Languages by their own names. */
const LANGUAGES = [
  ['nl_NL', 'Nederlands'],
  ['fr', 'Français'],
  ['de', 'Deutsch'],
  ['en_US', 'English'],
] as const;

type Option = readonly [value: string, words: string];

/** The bar above the page to choose user, language and form factor. A choice opens the same page with it. */
export function previewBar(): HTMLElement {
  const { bar: words } = model.texts;
  return h(
    'form',
    { class: 'preview-bar', 'aria-label': words.title, change: open },
    h('strong', {}, words.title),
    choice(
      words.user,
      'as',
      model.bar.users.map((name): Option => [name, name]),
      model.bar.user,
    ),
    choice(words.language, 'lang', [['', words.ownLanguage], ...LANGUAGES], model.bar.language),
    choice(
      words.formFactor,
      'formFactor',
      [
        ['', words.large],
        ['Small', words.small],
      ],
      model.formFactor === 'Small' ? 'Small' : '',
    ),
    ...model.bar.deeds.flatMap(deedButton),
  );
}

/** A button, and the place where it says what came of it. */
function deedButton({ label, done, path }: DeedButton): readonly HTMLElement[] {
  const said = h('span', { role: 'status' });
  async function press(): Promise<void> {
    said.textContent = '';
    const answer = await fetch(path, { method: 'POST', headers: { 'X-Local-Org': '1' } });
    said.textContent = answer.ok ? done : await answer.text();
  }
  return [h('button', { type: 'button', click: () => void press() }, label), said];
}

function choice(label: string, name: string, options: readonly Option[], chosen: string): HTMLElement {
  const drawn = options.map(([value, words]) => h('option', { value, selected: value === chosen }, words));
  return h('label', {}, label, h('select', { name }, ...drawn));
}

/** Opens the same address with that choice; an empty choice is the page's default. */
function open({ target }: Event): void {
  if (!(target instanceof HTMLSelectElement)) return;
  const query = new URLSearchParams(location.search);
  if (target.value === '') query.delete(target.name);
  else query.set(target.name, target.value);
  location.search = query.toString();
}
