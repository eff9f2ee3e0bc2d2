import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const { default: JestRuntime } = require('jest-runtime');

let loads = 0;

/**
 * Jest's runtime for tests in Node: Node loads the files, strips their types and keeps the modules from one test file of a worker
 * to the next, where jest's own would load every module again for each file (half of the time of the unit tests). So the
 * modules of the product have one state in a worker, and there are no mocks of modules.
 */
export default class NativeRuntime extends JestRuntime {
  constructor(config, ...settings) {
    super(config, ...settings);
    // Jest's test framework keeps what a file declares in its modules: each file gets new ones.
    const framework = dirname(config.testRunner) + sep;
    for (const file of Object.keys(require.cache)) if (file.startsWith(framework)) delete require.cache[file];
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  /** Loads a test or set-up file, each time anew. */
  async unstable_importModule(path) {
    loads += 1;
    await import(`${pathToFileURL(path).href}?load=${loads}`);
  }

  requireInternalModule(path) {
    return require(path);
  }

  requireModule(path) {
    return require(path);
  }

  /** Nothing was mocked. */
  teardown() {}
}
