import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { type ElementType, elementsOf } from './elementTypes.ts';
import type { XmlContent } from './xml.ts';

/** What is wrong with a file's XML, and where. */
export interface XmlProblem {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

export interface XmlDocument {
  /** The name of the root element, which is its type. */
  readonly root: string;
  readonly content: XmlContent;
  /** The first violation of the root's type, where a reader of XML would stop. */
  readonly problem?: XmlProblem;
}

const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';
const POSITION: unknown = XMLParser.getMetaDataSymbol();

const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  preserveOrder: true,
  captureMetaData: true,
});

interface Node {
  readonly name: string;
  readonly start: number;
  readonly children: readonly Node[];
  readonly text: string;
}

type Parsed = Readonly<Record<string, unknown>>;

const isText = (parsed: Parsed): boolean => '#text' in parsed;

function nodeOf(parsed: Parsed): Node {
  const [key = '', value] = Object.entries(parsed)[0] ?? [];
  const parts = Array.isArray(value) ? (value as readonly Parsed[]) : [];
  const position = (parsed as Record<symbol, { startIndex?: number } | undefined>)[POSITION as symbol];
  return {
    name: key.replace(/^.*:/, ''),
    start: position?.startIndex ?? 0,
    children: parts.filter((part) => !isText(part)).map(nodeOf),
    text: parts
      .filter(isText)
      .map((part) => String(part['#text']))
      .join(''),
  };
}

class Misfit extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/** Valid texts of an XML Schema boolean and number. */
const BOOLEAN = /^(true|false|1|0)$/;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/**
 * A leaf's text. The message for an invalid integer is Java's, as in Salesforce's own reader (forcedotcom/wsc
 * TypeMapper.readInt).
 */
function leaf(node: Node, type: ElementType): string {
  const { text } = node;
  const value = text.trim();
  if (type.values !== undefined && !type.values.includes(value))
    throw new Misfit(`'${text}' is not a valid value for the enum '${type.name}'`, node.start);
  if (type.simple === 'boolean' && value !== '' && !BOOLEAN.test(value))
    throw new Misfit(`'${text}' is not a valid value for the type xsd:boolean`, node.start);
  if (type.simple === 'number' && value !== '' && !NUMBER.test(value))
    throw new Misfit(`For input string: "${text}"`, node.start);
  return text;
}

/** Content without a known type: elements that repeat become lists. */
function untyped(node: Node): unknown {
  if (node.children.length === 0) return node.text;
  const result: Record<string, unknown> = {};
  for (const child of node.children) {
    const before = result[child.name];
    const value = untyped(child);
    result[child.name] =
      before === undefined
        ? value
        : Array.isArray(before)
          ? [...(before as unknown[]), value]
          : [before, value];
  }
  return result;
}

/**
 * The content of an element of a complex type; elements that may repeat become lists. A repeated single element, and list
 * entries that aren't adjacent, are "duplicated": the platform has one message for both.
 */
function typed(node: Node, typeName: string): XmlContent {
  const known = elementsOf(typeName) ?? new Map<string, ElementType>();
  const result: Record<string, unknown> = {};
  let previous = '';
  for (const child of node.children) {
    const type = known.get(child.name);
    if (type === undefined)
      throw new Misfit(
        `Element {${NAMESPACE}}${child.name} invalid at this location in type ${typeName}`,
        child.start,
      );
    const before = result[child.name];
    if (before !== undefined && (!type.many || previous !== child.name))
      throw new Misfit(
        `Element ${child.name} is duplicated at this location in type ${typeName}`,
        child.start,
      );
    previous = child.name;
    // In the WSDL, targetConfigs are bytes: they have a schema of their own.
    const value =
      child.name === 'targetConfigs'
        ? untyped(child)
        : type.complex === undefined
          ? leaf(child, type)
          : typed(child, type.complex);
    if (!type.many) result[child.name] = value;
    else if (Array.isArray(before)) (before as unknown[]).push(value);
    else result[child.name] = [value];
  }
  return result;
}

function place(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** Parses an XML text; returns the document or what is wrong with it. */
export function parseXml(text: string): XmlDocument | XmlProblem {
  // The message of Xerces, the platform's parser, for any document type declaration.
  if (/<!DOCTYPE/i.test(text))
    return {
      message:
        'DOCTYPE is disallowed when the feature "http://apache.org/xml/features/disallow-doctype-decl" set to true.',
      ...place(text, text.search(/<!DOCTYPE/i)),
    };
  // Its successor is a package of its own that adds nothing here.
  // oxlint-disable-next-line typescript/no-deprecated
  const valid = XMLValidator.validate(text);
  if (valid !== true) return { message: valid.err.msg, line: valid.err.line, column: valid.err.col };
  let parsed: readonly Parsed[];
  try {
    parsed = parser.parse(text) as readonly Parsed[];
  } catch (error) {
    // Nested deeper than the parser supports.
    return { message: (error as Error).message, line: 1, column: 1 };
  }
  const [first, second] = parsed;
  if (first === undefined || isText(first)) return { message: 'Premature end of file.', line: 1, column: 1 };
  if (second !== undefined)
    return {
      message: 'The markup in the document following the root element must be well-formed.',
      line: 1,
      column: 1,
    };
  const root = nodeOf(first);
  if (elementsOf(root.name) === undefined) {
    const content = untyped(root);
    return { root: root.name, content: typeof content === 'string' ? {} : (content as XmlContent) };
  }
  try {
    return { root: root.name, content: typed(root, root.name) };
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    return { root: root.name, content: {}, problem: { message: error.message, ...place(text, error.at) } };
  }
}
