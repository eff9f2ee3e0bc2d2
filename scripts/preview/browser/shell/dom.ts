type Attribute = string | number | boolean | undefined | ((event: Event) => void);

/**
 * An element with its attributes and children. `true` sets an attribute without a value, `false` and undefined omit it, a
 * function becomes a listener of that event.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly (Node | string | null)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== undefined && value !== false) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** An icon of the page's own frame, in the colour of the surrounding text. */
export function sign(path: string, size = 16): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('width', String(size));
  svg.setAttribute('height', String(size));
  svg.setAttribute('aria-hidden', 'true');
  const shape = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  shape.setAttribute('d', path);
  shape.setAttribute('fill', 'currentColor');
  svg.append(shape);
  return svg;
}

export const SIGNS = {
  search:
    'M11.7 10.3h-.6l-.3-.3a5 5 0 1 0-.8.8l.3.3v.6l3.4 3.4 1.4-1.4zM6.7 10.300a3.500 3.500 0 1 1 0-7 3.500 3.500 0 0 1 0 7z',
  down: 'M3 5.500h10L8 11z',
} as const;
