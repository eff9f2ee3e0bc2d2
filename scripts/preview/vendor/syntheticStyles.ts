/** What styles of a base component that is drawn with a shadow of the browser's own begin with: the class sets the attribute. */
const NATIVE_HOST = /^:host\(\[data-render-mode=(["']?)shadow\1\]/;
/** At-rules that hold rules. */
const GROUP = /^@(media|supports|layer|container)\b/;
/** Comments, strings, and the characters by which a style sheet is divided. */
const TOKEN = /\/\*[^]*?\*\/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[{};,()[\]]/g;

interface Rule {
  /** The selectors or the at-rule. */
  readonly head: string;
  /** What is in the braces; undefined for a rule without. */
  readonly body: string | undefined;
}

/**
 * A style sheet of a base component without the rules that need a shadow root of the browser's own: nearly all of it, and
 * nothing that could match in a page with synthetic shadow. Comments are left out.
 */
export function syntheticStyles(css: string): string {
  return rulesOf(css.replace(TOKEN, (token) => (token.startsWith('/*') ? '' : token)))
    .map(({ head, body }) => {
      if (body === undefined) return `${head};`;
      if (GROUP.test(head)) return grouped(head, syntheticStyles(body));
      return head.startsWith('@') || selectorsOf(head).some((selector) => !NATIVE_HOST.test(selector))
        ? `${head} {${body}}`
        : '';
    })
    .join('\n');
}

function grouped(head: string, rules: string): string {
  return rules.trim() === '' ? '' : `${head} {${rules}}`;
}

function rulesOf(css: string): readonly Rule[] {
  const rules: Rule[] = [];
  let depth = 0;
  let start = 0;
  let open = 0;
  for (const { 0: token, index } of css.matchAll(TOKEN)) {
    if (token === '{' && depth++ === 0) open = index;
    if (token === ';' && depth === 0) {
      rules.push({ head: css.slice(start, index).trim(), body: undefined });
      start = index + 1;
    }
    if (token !== '}' || --depth > 0) continue;
    rules.push({ head: css.slice(start, open).trim(), body: css.slice(open + 1, index) });
    start = index + 1;
  }
  return rules;
}

function selectorsOf(head: string): readonly string[] {
  const selectors: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: token, index } of head.matchAll(TOKEN)) {
    if (token === '(' || token === '[') depth++;
    if (token === ')' || token === ']') depth--;
    if (token !== ',' || depth > 0) continue;
    selectors.push(head.slice(start, index).trim());
    start = index + 1;
  }
  return [...selectors, head.slice(start).trim()];
}
