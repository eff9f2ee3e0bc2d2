const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * The 18-character form of a 15-character id; the three added characters say which letters are capitals (Salesforce Help).
 */
export const withChecksum = (id: string): string =>
  id +
  [0, 5, 10]
    .map((start) => {
      const bits = Array.from(id.slice(start, start + 5)).reduce(
        (sum, char, index) => sum + (/[A-Z]/.test(char) ? 1 << index : 0),
        0,
      );
      return ALPHABET[bits];
    })
    .join('');

/** An id of something that isn't a row, such as a deploy (0Af) or a job (750). */
export const recordId = (prefix: string, number: number): string =>
  withChecksum(`${prefix}00000${number.toString(36).toUpperCase().padStart(7, '0')}`);
