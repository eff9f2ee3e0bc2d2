import type { Components } from './components.ts';
import type { PackagedComponent } from './package.ts';

/** What keeps a component from being deployed. */
export interface Problem {
  readonly message: string;
  readonly line?: number;
}

/** The problems of a component in the org that the whole package would make. */
export function problemsOf(_whole: Components, _component: PackagedComponent): readonly Problem[] {
  return [];
}
