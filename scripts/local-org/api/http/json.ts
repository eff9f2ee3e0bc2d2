import { OrgError } from '../../org.ts';

/**
 * Deepest nesting of JSON. Limit and message are Jackson's, whose messages are in Salesforce's JSON_PARSER_ERRORs
 * (FasterXML/ jackson-core, StreamReadConstraints).
 */
const DEEPEST = 1_000;

/** What is wrong with a JSON text, with the position when the engine reports it. */
function jsonProblem(text: string, message: string): string {
  const position = /position (\d+)/.exec(message)?.[1];
  const found =
    position === undefined ? /^Unexpected token '(.)'/su.exec(message)?.[1] : text[Number(position)];
  if (found === undefined) return 'Unexpected end-of-input: expected close marker';
  const character = `Unexpected character ('${found}' (code ${found.charCodeAt(0)}))`;
  if (position === undefined) return character;
  const before = text.slice(0, Number(position)).split('\n');
  return `${character} at [line:${before.length}, column:${(before.at(-1) ?? '').length + 1}]`;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** Setting this bit maps `[` to `{` and `]` to `}`. */
const BRACKET_BIT = 0x20;
const OPEN = 0x7b;
const CLOSE = 0x7d;

/** The end of the quoted text that begins at `from`. */
function endOfText(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at += 1;
    else if (code === QUOTE) return at;
  }
  return text.length;
}

/** Whether the brackets of a text are nested deeper than Salesforce reads; those in quoted texts don't count. */
export function isTooDeep(text: string): boolean {
  if (text.length <= DEEPEST) return false;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfText(text, at);
    else if ((code | BRACKET_BIT) === OPEN) depth += 1;
    else if ((code | BRACKET_BIT) === CLOSE) depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

/**
 * Parses JSON as Salesforce does: an empty body is undefined. Throws JSON_PARSER_ERROR with the position for broken JSON.
 */
export function parseJson(text: string): unknown {
  if (text.trim() === '') return undefined;
  if (isTooDeep(text)) {
    throw new OrgError(
      400,
      'JSON_PARSER_ERROR',
      `Document nesting depth (${DEEPEST + 1}) exceeds the maximum allowed (${DEEPEST}, from \`StreamReadConstraints.getMaxNestingDepth()\`)`,
    );
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new OrgError(400, 'JSON_PARSER_ERROR', jsonProblem(text, (error as Error).message));
  }
}
