import { createElement, type LightningElement } from 'lwc';

/** Puts a component with `properties` on the page; it is removed automatically after the test. */
export async function mount<Component extends LightningElement>(
  constructor: typeof LightningElement & (new () => Component),
  properties: Partial<Omit<Component, keyof LightningElement>> = {},
): Promise<HTMLElement & Component> {
  const tag = `c-${constructor.name.replace(/[A-Z]/g, (letter, at) => (at === 0 ? '' : '-') + letter.toLowerCase())}`;
  const element = createElement(tag, { is: constructor }) as unknown as HTMLElement & Component;
  Object.assign(element, properties);
  document.body.append(element);
  await settled();
  return element;
}

/** A wire adapter stub of sfdx-lwc-jest: GraphQL has errors, the others one error. */
interface StubAdapter {
  readonly emit: (data: unknown) => void;
  readonly error?: (body: unknown) => void;
  readonly emitErrors?: (errors: unknown) => void;
}

/** Sends data to every wire of that adapter and waits for the page. The adapter is the component's own import. */
export async function emit(adapter: unknown, data: unknown): Promise<void> {
  (adapter as StubAdapter).emit(data);
  await settled();
}

/** What a wire queries from the GraphQL adapter. */
interface Asked {
  readonly query?: { readonly query?: string };
  readonly variables?: Readonly<Record<string, unknown>>;
}

type SendTo = (value: unknown, isMeant?: (config: Asked) => boolean) => void;

/** The stub's own `emit` wraps its data; the inherited one sends it unchanged. */
function sendTo(adapter: unknown, ...given: Parameters<SendTo>): void {
  const { emit: send } = Object.getPrototypeOf(adapter) as { readonly emit: SendTo };
  send.apply(adapter, given);
}

/** Whether it is the query of that name; every query has the name ''. */
const isQuery = ({ query }: Asked, name: string): boolean =>
  new RegExp(`query ${name}\\b`).test(query?.query ?? '');

/** Sends a whole GraphQL result, data with errors as the platform may, to the query of that name or to all. */
export async function emitResult(adapter: unknown, result: unknown, name = ''): Promise<void> {
  await emitResults(adapter, { [name]: result });
}

/** The same for several queries one after the other, with one check of the page at the end. */
export async function emitResults(
  adapter: unknown,
  results: Readonly<Record<string, unknown>>,
): Promise<void> {
  for (const [name, result] of Object.entries(results)) {
    sendTo(adapter, result, (config) => isQuery(config, name));
    // The data may make a wire query more.
    await rendered();
  }
  await settled();
}

/** What the GraphQL query of that name currently asks for; undefined when there is no such query. */
export function asked(adapter: unknown, name = ''): Asked | undefined {
  let found: Asked | undefined;
  sendTo(adapter, undefined, (config) => {
    if (isQuery(config, name)) found = config;
    return false;
  });
  return found;
}

/** Sends an error with that message to every wire of the adapter and waits for the page. */
export async function fail(adapter: unknown, message: string): Promise<void> {
  const stub = adapter as StubAdapter;
  stub.emitErrors?.([{ message }]);
  stub.error?.({ message });
  await settled();
}

/** Clicks an element and waits for the page. */
export async function press(element: Element | undefined): Promise<void> {
  if (!(element instanceof HTMLElement)) throw new Error('Nothing there to press');
  element.click();
  await settled();
}

/** The test that runs; it changes when one ends. */
let test = Symbol('test');

/** Makes a timed-out test wait forever, so that it can't touch the page of the next test. */
export function abandonTest(): void {
  test = Symbol('test');
}

/** Waits until the page shows what it was given, and checks its accessibility. */
export async function settled(): Promise<void> {
  const mine = test;
  await rendered();
  await expect(document.body).toBeAccessible();
  if (mine !== test) await new Promise(() => undefined);
}

/** A render may set properties that make a child render, and each level takes a turn of the microtask queue. */
async function rendered(): Promise<void> {
  for (let level = 0; level < 5; level++) await Promise.resolve();
}

/** Elements that match, also inside components, in the order of the page. */
export function look(root: Element, selector: string): Element[] {
  return childrenOf(root).flatMap((child) => {
    if (!(child instanceof Element)) return [];
    return [...(child.matches(selector) ? [child] : []), ...look(child, selector)];
  });
}

/** The text of the page, including the insides of components and alternative texts of icons; white space is collapsed. */
export function text(root: Element | undefined): string {
  return root === undefined ? '' : words(root).join(' ').replace(/\s+/g, ' ').trim();
}

function words(node: Node): string[] {
  if (node instanceof Text) return [node.data];
  if (!(node instanceof Element)) return [];
  const { alternativeText } = node as { alternativeText?: unknown };
  return [typeof alternativeText === 'string' ? alternativeText : '', ...childrenOf(node).flatMap(words)];
}

/** What is drawn inside an element: the shadow of a component, the assigned nodes of a slot. */
function childrenOf(element: Element): Node[] {
  if (element instanceof HTMLSlotElement) return element.assignedNodes();
  return [...(element.shadowRoot ?? element).childNodes];
}

/** Empties the page: jsdom is shared by the tests of a file. */
export function unmountAll(): void {
  document.body.replaceChildren();
}
