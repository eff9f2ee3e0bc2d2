import { isUtf8 } from 'node:buffer';
import { attributesOf, type EventAttributes } from './contract.ts';
import { lossOfParsing } from './exactJson.ts';

/** A line in two parts: the checked attributes, and the bytes from the value of `data` to the end of the line. */
export interface CutLine {
  readonly attributes: EventAttributes;
  readonly rest: Buffer;
}

const DATA = Buffer.from(',"data":');
const ESCAPED = Buffer.from('\\');

/**
 * Cuts a line before its data without reading the data. Undefined when the line isn't written that way (`data` last, no
 * spaces before it) or its attributes break the contract: then it has to be checked as a whole. What stands before the first
 * `,"data":` is a whole object once a brace closes it, so that the cut is neither in a text (quotes in a text are escaped)
 * nor in an inner object. A line with equal `rest` and faultless attributes of its own keeps the contract as well.
 */
export function cutLine(bytes: Buffer): CutLine | undefined {
  const at = bytes.indexOf(DATA);
  if (at < 0) return undefined;
  const head = bytes.subarray(0, at);
  if (head.includes(ESCAPED) || !isUtf8(head)) return undefined;
  const text = `${head.toString('utf8')}}`;
  const value = parsed(text);
  if (value === undefined || Object.hasOwn(value, 'data') || !isExact(text, value)) return undefined;
  const { success, data: attributes } = attributesOf(value);
  return success ? { attributes, rest: bytes.subarray(at + DATA.length) } : undefined;
}

/** Not where it is nested too deeply to tell. */
function isExact(text: string, value: object): boolean {
  try {
    return lossOfParsing(text, value, []) === undefined;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** What ends in a brace is an object, or no JSON. */
function parsed(text: string): object | undefined {
  try {
    return JSON.parse(text) as object;
  } catch {
    return undefined;
  }
}
