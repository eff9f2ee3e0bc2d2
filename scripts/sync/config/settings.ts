import type { Config } from './config.ts';

/** The settings that a plan depends on, by their place in the configuration, such as `contact.write`. */
export type Settings = Readonly<Record<string, string | number | boolean | null>>;

/**
 * The parts of the configuration that a plan depends on. A resumed run takes over changes of all other settings (waits,
 * shares of calls).
 */
const PLANNED_BY = ['roles', 'brands', 'contact', 'comparedFields', 'maxRejects', 'maxUnmatched'] as const;

/** The settings that decide what a run writes and whether it writes. */
export function planningSettings(config: Config): Settings {
  return Object.fromEntries(PLANNED_BY.flatMap((name) => flat(name, config[name])));
}

type Flat = readonly (readonly [string, Settings[string]])[];

function flat(place: string, value: unknown): Flat {
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, inner]) => flat(`${place}.${name}`, inner));
  return value === undefined ? [] : [[place, value as Settings[string]]];
}

/** A sentence for each setting that differs, sorted by its place; empty when none does. */
export function settingsChanged(then: Settings, now: Settings): readonly string[] {
  const places = [...new Set([...Object.keys(then), ...Object.keys(now)])].sort();
  return places
    .filter((place) => then[place] !== now[place])
    .map((place) => `${place} was ${told(then[place])}, is ${told(now[place])}`);
}

const told = (value: Settings[string] | undefined): string =>
  value === undefined ? 'not set' : JSON.stringify(value);
