import { createElement, type LightningElement } from 'lwc';

/** Puts a component on the page, set up with `properties`; it is taken away after the test by itself. */
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

/** A wire adapter as the stubs of sfdx-lwc-jest give it: GraphQL has errors, the others one error. */
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

/** What a wire asks the GraphQL adapter for. */
interface Asked {
  readonly query?: { readonly query?: string };
  readonly variables?: Readonly<Record<string, unknown>>;
}

type SendTo = (value: unknown, isMeant?: (config: Asked) => boolean) => void;

/** The stub's own `emit` wraps its data: the one that it inherits sends what it is given. */
function sendTo(adapter: unknown, ...given: Parameters<SendTo>): void {
  const { emit: send } = Object.getPrototypeOf(adapter) as { readonly emit: SendTo };
  send.apply(adapter, given);
}

/** Whether it is the query of that name; every query has the name ''. */
const isQuery = ({ query }: Asked, name: string): boolean =>
  new RegExp(`query ${name}\\b`).test(query?.query ?? '');

/** Sends a whole GraphQL result, data beside errors, as the platform may; to the query of that name, or to all. */
export async function emitResult(adapter: unknown, result: unknown, name = ''): Promise<void> {
  await emitResults(adapter, { [name]: result });
}

/** The same for several queries, one after the other, with one look at the page when all are there. */
export async function emitResults(
  adapter: unknown,
  results: Readonly<Record<string, unknown>>,
): Promise<void> {
  for (const [name, result] of Object.entries(results)) {
    sendTo(adapter, result, (config) => isQuery(config, name));
    // What came may make a wire ask for more.
    await rendered();
  }
  await settled();
}

/** What the GraphQL query of that name asks for now; undefined when nothing asks. */
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

/** Presses what a person would press, and waits for the page. */
export async function press(element: Element | undefined): Promise<void> {
  if (!(element instanceof HTMLElement)) throw new Error('Nothing there to press');
  element.click();
  await settled();
}

/** The test that runs; it changes when one ends. */
let test = Symbol('test');

/** A test that has run out of time is still there: from now on it waits for ever and touches the page of the next one no more. */
export function abandonTest(): void {
  test = Symbol('test');
}

/** Waits until the page shows what it has been given, and checks that everybody can use it. */
export async function settled(): Promise<void> {
  const mine = test;
  await rendered();
  await expect(document.body).toBeAccessible();
  if (mine !== test) await new Promise(() => undefined);
}

/** A render may set properties that make a child render: each level takes a turn of the microtask queue. */
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

/** What the page says, also inside components: words of icons included, white space collapsed. */
export function text(root: Element | undefined): string {
  return root === undefined ? '' : words(root).join(' ').replace(/\s+/g, ' ').trim();
}

function words(node: Node): string[] {
  if (node instanceof Text) return [node.data];
  if (!(node instanceof Element)) return [];
  const { alternativeText } = node as { alternativeText?: unknown };
  return [typeof alternativeText === 'string' ? alternativeText : '', ...childrenOf(node).flatMap(words)];
}

/** What is drawn inside an element: its shadow when it is a component, what is put into it when it is a slot. */
function childrenOf(element: Element): Node[] {
  if (element instanceof HTMLSlotElement) return element.assignedNodes();
  return [...(element.shadowRoot ?? element).childNodes];
}

/** Empties the page: jsdom is shared by the tests of a file. */
export function unmountAll(): void {
  document.body.replaceChildren();
}
