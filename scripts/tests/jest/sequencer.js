import { statSync } from 'node:fs';
import { dirname, relative } from 'node:path';

/** Test files that take more than half a minute of a core, dearest first. A file that isn't here may come late. */
const DEAREST = [
  'contract/adminWalk',
  'contract/deployCommand',
  'chaos/stops',
  'chaos/kills',
  'contract/localOrgSfData',
  'contract/bench',
  'contract/localOrgSf',
  'chaos/faults',
  'browser/accountInvite',
  'browser/tabProducts',
  'browser/sandbox',
];

/** The place of a test file in the order; those that aren't among the dearest share the last. */
function placeOf({ path }) {
  const name = relative(dirname(import.meta.dirname), path)
    .replaceAll('\\', '/')
    .replace('.test.ts', '');
  const place = DEAREST.indexOf(name);
  return place < 0 ? DEAREST.length : place;
}

const sizeOf = ({ path }) => statSync(path).size;

/**
 * Starts the dearest test files first, so that no core waits at the end for a file that another has just begun. The others go
 * by size, as jest does where it has no times of an earlier run, which a fresh clone hasn't.
 */
export default class DearestFirst {
  sort(tests) {
    return [...tests].sort((one, other) => placeOf(one) - placeOf(other) || sizeOf(other) - sizeOf(one));
  }

  /** Jest's own order keeps times here. */
  cacheResults() {
    return undefined;
  }
}
