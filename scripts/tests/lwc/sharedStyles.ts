const styleOf = window.getComputedStyle.bind(window);

/** Attributes of which a style can't depend, but for whether they are there: each element has its own value. */
const OWN_VALUE = /^(id|for|name|href|title|d|aria-.*)$/;

/** Selectors of which a style depends by more than the element and those around it, or by an attribute's own value. */
const LOOKS_FURTHER =
  /[+~#]|:(?:first|last|nth|only|empty|has|not|is|where)|\[(?:id|for|name|href|title|d|aria-)/;

/** Styles found so far in this file, by what they depend on. */
const found = new Map<string, CSSStyleDeclaration>();

/**
 * Lets elements share a computed style that are equal in all that it depends on. To axe's questions of whether an element is
 * visible, jsdom tries the 300 rules of its own style sheet on the element and all around it, every time anew: that was four
 * fifths of the time of component tests (jsdom 20, living/helpers/style-rules.js).
 */
export function shareStyles(): void {
  window.getComputedStyle = (element, pseudo) => {
    if (pseudo || ![...document.styleSheets].every(isPlain)) return styleOf(element, pseudo);
    const key = `${document.styleSheets.length} ${dependsOn(element)}`;
    const style = found.get(key) ?? styleOf(element);
    found.set(key, style);
    return style;
  };
}

/** Sheets by whether elements may share styles under them. LWC adds sheets to a page and changes none. */
const plain = new WeakMap<CSSStyleSheet, boolean>();

function isPlain(sheet: CSSStyleSheet): boolean {
  const known = plain.get(sheet) ?? [...sheet.cssRules].every(isPlainRule);
  plain.set(sheet, known);
  return known;
}

/** Of media rules jsdom applies those for `screen` only. */
function isPlainRule(
  rule: CSSRule & { readonly media?: MediaList; readonly selectorText?: string },
): boolean {
  if (rule.media) return !rule.media.mediaText.includes('screen');
  return !LOOKS_FURTHER.test(rule.selectorText ?? '');
}

/** Tag and attributes of the element and of all around it. A tree walker sees them as jsdom does: through shadow roots of LWC. */
function dependsOn(element: Element): string {
  const parts: string[] = [];
  const walker = document.createTreeWalker(document);
  walker.currentNode = element;
  for (let node: Node | null = element; node instanceof Element; node = walker.parentNode()) {
    const { localName } = node;
    const attributes = node.getAttributeNames().map((name) => valueOf(node, name));
    parts.push(localName, ...attributes, node === document.activeElement ? '*' : '');
  }
  return parts.join('\n');
}

const valueOf = (element: Element, name: string): string =>
  OWN_VALUE.test(name) ? name : `${name}=${String(element.getAttribute(name))}`;
