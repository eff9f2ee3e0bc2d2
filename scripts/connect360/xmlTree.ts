import XMLBuilder from 'fast-xml-builder';
import { XMLParser } from 'fast-xml-parser';

/** An element or a text of a metadata file, in the order of the file. */
export type XmlNode = Readonly<Record<string, unknown>>;

const OPTIONS = {
  preserveOrder: true,
  ignoreAttributes: false,
  parseTagValue: false,
  processEntities: true,
} as const;
const parser = new XMLParser({ ...OPTIONS, trimValues: true });
const builder = new XMLBuilder({ ...OPTIONS, format: true, indentBy: '    ', suppressEmptyNode: true });

/** The root element of a metadata file. */
export function parseXml(text: string): XmlElement {
  const nodes = parser.parse(text) as XmlNode[];
  const root = nodes.find((node) => tagOf(node) !== '?xml');
  if (root === undefined) throw new Error('the file holds no XML element');
  return new XmlElement(root);
}

/** A metadata file of this root element. */
export function xmlText(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build([root.node]).trim()}\n`;
}

/** An element whose children can be read and exchanged. */
export class XmlElement {
  readonly node: XmlNode;

  constructor(node: XmlNode) {
    this.node = node;
  }

  static of(tag: string, children: readonly XmlElement[] | string, attributes?: object): XmlElement {
    const content = typeof children === 'string' ? [{ '#text': children }] : children.map(({ node }) => node);
    return new XmlElement({ [tag]: content, ...(attributes && { ':@': attributes }) });
  }

  get tag(): string {
    return tagOf(this.node);
  }

  get children(): readonly XmlElement[] {
    return this.nodes.filter((node) => !('#text' in node)).map((node) => new XmlElement(node));
  }

  all(tag: string): readonly XmlElement[] {
    return this.children.filter((child) => child.tag === tag);
  }

  first(tag: string): XmlElement | undefined {
    return this.all(tag)[0];
  }

  /** The text of the first child of that name; undefined when there is none. */
  textOf(tag: string): string | undefined {
    return this.first(tag)?.text;
  }

  get text(): string {
    return this.nodes.map((node) => (node['#text'] as string | undefined) ?? '').join('');
  }

  /** Gives the element a text instead of what it holds. */
  setText(text: string): void {
    this.nodes.splice(0, Infinity, { '#text': text });
  }

  /** Puts children at the end. */
  append(...children: readonly XmlElement[]): void {
    this.nodes.push(...children.map(({ node }) => node));
  }

  private get nodes(): XmlNode[] {
    return this.node[this.tag] as XmlNode[];
  }
}

function tagOf(node: XmlNode): string {
  return Object.keys(node).find((key) => key !== ':@') ?? '';
}
