/** A bundle as the compiler takes it: the texts of its scripts, templates and style sheets by file name. */
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

/** Something outside of the bundle that it names: type and id in the compiler's words (`label`, `c.Greeting`). */
export interface BundleReference {
  readonly type: string;
  readonly id: string;
  readonly file: string;
}

/** What the platform's compiler makes of a bundle. */
export interface BundleReport {
  readonly problems: readonly BundleProblem[];
  readonly references: readonly BundleReference[];
  /** Its public properties, those that a page or a parent may set. */
  readonly properties: readonly string[];
}
