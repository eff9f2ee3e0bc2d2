import { stripTypeScriptTypes } from 'node:module';

/** Jest transformer that replaces types by spaces, so that lines and columns stay those of the source. */
export default {
  process: (source, path) => ({ code: path.endsWith('.ts') ? stripTypeScriptTypes(source) : source }),
};
