import { readFileSync, statfsSync } from 'node:fs';

const FOLDER = '/dev/shm';
const ENOUGH_BYTES = 4 * 1024 ** 3;

/**
 * The folder that lies in memory, where the machine has one with room for what a whole `npm test` leaves there at a time, and where
 * programs may be run: the job waits for the disk at every COMMIT, which costs its tests more than their work. Undefined where there is none.
 */
export function memoryFolder(): string | undefined {
  try {
    const mount = readFileSync('/proc/mounts', 'utf8')
      .split('\n')
      .map((line) => line.split(' '))
      .find(([, folder]) => folder === FOLDER);
    const { bavail, bsize } = statfsSync(FOLDER);
    const isUsable = mount?.[3]?.split(',').includes('noexec') === false && bavail * bsize >= ENOUGH_BYTES;
    return isUsable ? FOLDER : undefined;
  } catch {
    return undefined;
  }
}
