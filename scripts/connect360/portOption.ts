import { InvalidArgumentError } from 'commander';

/** Reads the value of a --port option. */
export function portOption(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value <= 65535) return value;
  throw new InvalidArgumentError('a port is a number from 0 to 65535.');
}
