import type { Config } from './config.ts';

/** The settings by which a run is planned, by their place in the configuration: `contact.write`. */
export type Settings = Readonly<Record<string, string | number | boolean | null>>;

/** What a run has been planned by once it is stopped: a change of any other setting (waits, shares of calls) it takes over. */
const PLANNED_BY = ['roles', 'brands', 'contact', 'maxRejects', 'maxUnmatched'] as const;

/** The settings that decide what a run writes, and whether. */
export function planningSettings(config: Config): Settings {
  return Object.fromEntries(PLANNED_BY.flatMap((name) => flat(name, config[name])));
}

type Flat = readonly (readonly [string, Settings[string]])[];

function flat(place: string, value: unknown): Flat {
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, inner]) => flat(`${place}.${name}`, inner));
  return value === undefined ? [] : [[place, value as Settings[string]]];
}

/** Each setting that differs, in words, in order of its place; empty when none does. */
export function settingsChanged(then: Settings, now: Settings): readonly string[] {
  const places = [...new Set([...Object.keys(then), ...Object.keys(now)])].sort();
  return places
    .filter((place) => then[place] !== now[place])
    .map((place) => `${place} was ${told(then[place])}, is ${told(now[place])}`);
}

const told = (value: Settings[string] | undefined): string =>
  value === undefined ? 'not set' : JSON.stringify(value);
