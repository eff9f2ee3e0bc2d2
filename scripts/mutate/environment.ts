import { createRequire } from 'node:module';

/** The part of jest-circus' events that matters here. */
interface CircusEvent {
  readonly name: string;
  readonly test?: { mode?: unknown; readonly errors: readonly unknown[] };
}

interface Environment {
  readonly global: object;
  handleTestEvent?: (event: CircusEvent) => void;
}

interface EnvironmentConfig {
  readonly projectConfig: { readonly testEnvironmentOptions: { readonly own: string } };
}

interface Loaded {
  readonly default: new (config: EnvironmentConfig, context: object) => Environment;
}

const require = createRequire(import.meta.url);

/**
 * The test environment of the project itself, which the runner names in the options, with two additions: the mutated code
 * in it finds the runner's own `__stryker__` object, which says the mutant and takes the counts, and after the first test
 * that failed the rest of the file is skipped.
 */
export default function MutatedEnvironment(config: EnvironmentConfig, context: object): Environment {
  const loaded = require(config.projectConfig.testEnvironmentOptions.own) as Loaded;
  const environment = new loaded.default(config, context);
  Object.assign(environment.global, { __stryker__: globalThis.__stryker__ });
  let failed = false;
  environment.handleTestEvent = ({ name, test }) => {
    if (name === 'test_done' && test && test.errors.length > 0) failed = true;
    if (name === 'test_start' && test && failed) test.mode = 'skip';
  };
  return environment;
}
