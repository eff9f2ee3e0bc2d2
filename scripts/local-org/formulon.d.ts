declare module 'formulon' {
  export interface FormulaLiteral {
    readonly type: 'literal';
    readonly dataType: string;
    readonly value: unknown;
    readonly options?: Readonly<Record<string, unknown>>;
  }
  export interface FormulaError {
    readonly type: 'error';
    readonly errorType: string;
    readonly message: string;
    readonly identifier?: string;
  }
  export type FormulaNode =
    | FormulaError
    | FormulaLiteral
    | { readonly type: 'callExpression'; readonly id: string; readonly arguments: readonly FormulaNode[] }
    | { readonly type: 'identifier'; readonly name: string };
  interface Formulon {
    ast(formula: string): FormulaNode;
    parse(
      formula: string,
      substitutions?: Readonly<Record<string, FormulaLiteral>>,
    ): FormulaError | FormulaLiteral;
    extract(formula: string): readonly string[];
  }
  const formulon: Formulon;
  export default formulon;
}
