import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Component } from './orgComponents.ts';

/** An assignment of a permission set of ours to a user. */
export interface Assignment {
  readonly permissionSet: string;
  readonly username: string;
}

/** User names that are listed of each permission set. */
const LISTED = 10;

/** Permission sets that users still have, a line each with what to do. */
export function assignmentBlockers(assignments: readonly Assignment[]): readonly string[] {
  return [...Map.groupBy(assignments, ({ permissionSet }) => permissionSet)].map(([set, users]) => {
    const names = users.slice(0, LISTED).map(({ username }) => username);
    const more = users.length > LISTED ? ` and ${users.length - LISTED} more` : '';
    return `The permission set ${set} is assigned to ${names.join(', ')}${more}. Take it from them (Setup, Permission Sets, Manage Assignments).`;
  });
}

/** Folder of a package in metadata format -> what its files are, and where an admin changes them. */
const PLACES: Readonly<Record<string, readonly [what: string, where: string]>> = {
  flexipages: ['Lightning page', 'Lightning App Builder'],
  applications: ['app', 'Setup, App Manager'],
};

/** The org's own pages and apps in a retrieved package that show something of ours, a line each with what to do. */
export function placeBlockers(folder: string, ours: readonly Component[]): readonly string[] {
  const own = new Set(ours.map(({ fullName }) => fullName));
  return Object.entries(PLACES).flatMap(([directory, [what, where]]) => {
    const path = join(folder, directory);
    if (!existsSync(path)) return [];
    return readdirSync(path)
      .sort()
      .flatMap((file) => {
        const name = file.replace(/\.[^.]+$/, '');
        const named = new Set(readFileSync(join(path, file), 'utf8').match(/\b(?:cuzo|CuZo_)\w+/g));
        if (own.has(name) || named.size === 0) return [];
        return [`The ${what} ${name} uses ${[...named].sort().join(', ')}. Take it off there (${where}).`];
      });
  });
}

/** `... referenced elsewhere in salesforce.com : Flow - Some_Flow, FlexiPage - A_Page` */
const REFERENCES = /referenced elsewhere[^:]*:\s*(.+)$/i;

/**
 * What the org says when it is asked to take all out at once, without what it says of our own components among themselves, which
 * go one after the other, and of the places that are `told` already.
 */
export function referenceBlockers(
  reasons: readonly string[],
  ours: readonly Component[],
  told: readonly string[],
): readonly string[] {
  const own = new Set(ours.map(({ fullName }) => fullName));
  const isKnown = (name: string): boolean =>
    own.has(name) || told.some((line) => line.startsWith('The ') && line.includes(` ${name} `));
  return reasons.filter((reason) => {
    const names = (REFERENCES.exec(reason)?.[1] ?? '')
      .split(/,\s*/)
      .map((each) => each.replace(/^.* - /, '').trim());
    return !names.every(isKnown);
  });
}
