/** A filter logic such as `(1 OR 2) AND NOT 3`, read; or what is wrong with it. */
export type Logic =
  | { readonly kind: 'condition'; readonly number: number }
  | { readonly kind: 'not'; readonly of: Logic }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Logic[] };

class LogicError extends Error {}

/** The logic of `text` over so many conditions. A string is what is wrong: syntax, a missing condition, an unused one. */
export function logicOf(text: string, conditions: number): Logic | string {
  const tokens = text.toUpperCase().match(/\d+|AND|OR|NOT|[()]|\S/g) ?? [];
  const used = new Set<number>();
  let at = 0;

  function term(): Logic {
    const token = tokens[at];
    at += 1;
    if (token === 'NOT') return { kind: 'not', of: term() };
    if (token === '(') {
      const inner = expression();
      if (tokens[at] !== ')') throw new LogicError(`Invalid filter logic: ${text}`);
      at += 1;
      return inner;
    }
    const number = /^\d+$/.test(token ?? '') ? Number(token) : 0;
    if (number === 0) throw new LogicError(`Invalid filter logic: ${text}`);
    if (number > conditions)
      throw new LogicError(`The filter logic references an undefined filter: ${number}`);
    used.add(number);
    return { kind: 'condition', number };
  }

  /** AND and OR stand together only with brackets between them, as in SOQL. */
  function expression(): Logic {
    const parts = [term()];
    const word = tokens[at];
    if (word !== 'AND' && word !== 'OR') return parts[0] ?? term();
    while (tokens[at] === word) {
      at += 1;
      parts.push(term());
    }
    return { kind: word === 'AND' ? 'and' : 'or', parts };
  }

  try {
    const logic = expression();
    if (at < tokens.length) return `Invalid filter logic: ${text}`;
    const unused = Array.from({ length: conditions }, (_, index) => index + 1).find(
      (each) => !used.has(each),
    );
    return unused === undefined ? logic : `The filter logic doesn't reference the filter ${unused}`;
  } catch (error) {
    if (error instanceof LogicError) return error.message;
    throw error;
  }
}

/** The SOQL of a logic over conditions. */
export function logicSoql(logic: Logic, conditions: readonly string[]): string {
  if (logic.kind === 'condition') return `(${conditions[logic.number - 1] ?? ''})`;
  if (logic.kind === 'not') return `(NOT ${logicSoql(logic.of, conditions)})`;
  return `(${logic.parts.map((part) => logicSoql(part, conditions)).join(logic.kind === 'and' ? ' AND ' : ' OR ')})`;
}
