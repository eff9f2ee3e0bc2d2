import { createRequire } from 'node:module';

interface Environment {
  readonly global: object;
}

interface EnvironmentConfig {
  readonly projectConfig: { readonly testEnvironmentOptions: { readonly ownEnvironment: string } };
}

interface Loaded {
  readonly default: new (config: EnvironmentConfig, context: object) => Environment;
}

const require = createRequire(import.meta.url);

/**
 * The test environment of the project itself, which the runner names in the options, in which the mutated code finds the
 * runner's own `__stryker__` object: that says the mutant and takes the counts.
 */
export default function MutatedEnvironment(config: EnvironmentConfig, context: object): Environment {
  const loaded = require(config.projectConfig.testEnvironmentOptions.ownEnvironment) as Loaded;
  const environment = new loaded.default(config, context);
  Object.assign(environment.global, { __stryker__: globalThis.__stryker__ });
  return environment;
}
