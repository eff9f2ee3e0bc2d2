/** Stays from one test file to the next; see kit/keptByWorker.ts. */
const keptByWorker = { orgHost: undefined, jobHosts: [] };

/** Jest's environment for files that Node itself loads (runtime.js): the global object is Node's own. */
export default class NativeEnvironment {
  global = Object.assign(globalThis, { keptByWorker });
  /** Jest wants to see one; the runtime mocks nothing. */
  moduleMocker = {};
  #console = globalThis.console;
  #exit = process.exit;

  setup() {}

  /** Jest replaces both for each file. */
  teardown() {
    globalThis.console = this.#console;
    process.exit = this.#exit;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  /** Jest asks for the method; nothing runs in a context of its own. */
  getVmContext() {
    return null;
  }
}
