import { ofType } from '../schema/components.ts';
import type { PackagedComponent } from './package.ts';
import type { Candidate, Problem } from './problem.ts';
import { type XmlContent, elements, textOf } from './xml.ts';

/** Folders that every org has. */
const OWN_FOLDERS: ReadonlySet<string> = new Set(['unfiled$public']);

/** Checks that the folder of a report or dashboard is there. Message of public deployment logs: "Cannot find folder:Prime_Plus". */
export function inFolderProblems(
  { components }: Candidate,
  { type, fullName }: PackagedComponent,
): readonly Problem[] {
  const folder = fullName.slice(0, fullName.lastIndexOf('/'));
  return OWN_FOLDERS.has(folder) || ofType(components, `${type}Folder`).has(folder)
    ? []
    : [{ message: `Cannot find folder:${folder}` }];
}

/** What a share may name without a group of that name: `AllInternalUsers`, as an org's readMetadata has it. */
const EVERYBODY: ReadonlySet<string> = new Set(['AllInternalUsers', 'AllPrmUsers', 'AllCspUsers']);
const OF_EVERYBODY: ReadonlySet<string> = new Set(['Organization', 'Group']);

/** Checks whom a folder is shared with. The words are ours. */
export function folderProblems({ usernames }: Candidate, content: XmlContent): readonly Problem[] {
  return elements(content, 'folderShares').flatMap((share) => {
    const [to, type] = [textOf(share, 'sharedTo') ?? '', textOf(share, 'sharedToType') ?? ''];
    if (EVERYBODY.has(to) && OF_EVERYBODY.has(type)) return [];
    if (type === 'User' && usernames.has(to)) return [];
    return [{ message: `In field: sharedTo - no ${type} named ${to} found`, at: `<sharedTo>${to}` }];
  });
}
