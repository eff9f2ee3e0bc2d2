/** The input of the compiler: scripts, templates and style sheets by file name. */
export interface BundleSource {
  readonly name: string;
  readonly apiVersion: number;
  readonly files: Readonly<Record<string, string>>;
}

export interface BundleProblem {
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A reference to something outside of the bundle: type and id as the compiler names them (`label`, `c.Greeting`). */
export interface BundleReference {
  readonly type: string;
  readonly id: string;
  readonly file: string;
}

/** The result of the platform's compiler for a bundle. */
export interface BundleReport {
  readonly problems: readonly BundleProblem[];
  readonly references: readonly BundleReference[];
  /** Its public properties, which a page or a parent may set. */
  readonly properties: readonly string[];
}
