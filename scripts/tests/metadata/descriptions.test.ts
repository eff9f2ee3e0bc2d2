import { readFileSync } from 'node:fs';
import { readComponentMetadata } from '../../lwc/metaXml.ts';
import { filesUnder, readXml, text } from './source.ts';

/** Layouts, list views and folders have no description, labels a short one; a translation has that of what it translates. */
const WITHOUT = /ranslation|layout-meta|listView-meta|(?:dashboard|report)Folder-meta|labels-meta/;

/** Bundles that only other components use aren't offered to admins. */
const isOffered = (file: string): boolean =>
  !file.endsWith('.js-meta.xml') || readComponentMetadata(readFileSync(file, 'utf8')).isExposed;

/** Salesforce Metadata API guide: PermissionSet, Report and others have 255 characters; fields and objects 1,000. */
const mostOf = (file: string): number => (/\.(field|object)-meta\.xml$/.test(file) ? 1000 : 255);

const files = filesUnder('force-app', '-meta.xml').filter((file) => !WITHOUT.test(file) && isOffered(file));

test('everything that an admin meets in Setup says what it is for, as long as the platform takes', () => {
  expect(files.length).toBeGreaterThan(60);
  const wrong = files.filter((file) => {
    const { length } = text(readXml(file), 'description').trim();
    return length === 0 || length > mostOf(file);
  });
  expect(wrong).toStrictEqual([]);
});
