/** Attributes with ids of elements, which LWC numbers anew for every component. */
const HAS_IDS =
  /^(id|for|name|href|aria-(labelledby|describedby|controls|owns|details|errormessage|flowto|activedescendant))$/;

/**
 * All that is drawn inside an element as text: tags, attributes, words, states of inputs and the focus, insides of
 * components included. Pages have the same text when they differ by nothing but the numbers in ids.
 */
export function drawn(root: Element): string {
  const ids = new Map<string, string>();
  const parts: string[] = [];
  function add(node: Node): void {
    if (node instanceof Text) parts.push(node.data);
    if (!(node instanceof Element)) return;
    parts.push(`<${node.localName}`);
    for (const name of node.getAttributeNames()) {
      const value = node.getAttribute(name) ?? '';
      parts.push(`${name}=${HAS_IDS.test(name) ? renumbered(value, ids) : value}`);
    }
    if (node === document.activeElement) parts.push('focus');
    parts.push(...stateOf(node), '>');
    for (const child of node.shadowRoot?.childNodes ?? []) add(child);
    parts.push('</shadow>');
    for (const child of node.childNodes) add(child);
    parts.push('</>');
  }
  add(root);
  return parts.join('\n');
}

/** The ids in a value with numbers in the order of their first appearance on the page. */
const renumbered = (value: string, ids: Map<string, string>): string =>
  value.replace(/-\d+\b/g, (number) => {
    const known = ids.get(number) ?? `-#${ids.size}`;
    ids.set(number, known);
    return known;
  });

/** What an input holds, which is no attribute. */
function stateOf(element: Element): readonly string[] {
  const { value, checked } = element as { readonly value?: unknown; readonly checked?: unknown };
  return [String(value), String(checked)];
}
