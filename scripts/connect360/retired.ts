import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Component } from './orgComponents.ts';
import { ROOT } from './root.ts';
import { parseXml } from './xmlTree.ts';

const FOLDER = join(ROOT, 'config', 'destructive');

/** What earlier releases had and this one hasn't: the manifests of config/destructive, one a release. */
export function retiredComponents(): readonly Component[] {
  return readdirSync(FOLDER)
    .sort()
    .flatMap((file) => parseXml(readFileSync(join(FOLDER, file), 'utf8')).all('types'))
    .flatMap((types) =>
      types.all('members').map((member) => ({ type: types.textOf('name') ?? '', fullName: member.text })),
    );
}
