import type { DeployMessage, DeployOptions, DeployResult } from '../org.ts';
import type { TestOrg } from '../testOrg.ts';
import { metadata, packageZip } from './fixture.ts';

/** Deploys files as a package, as the administrator; `types` are the types in package.xml. For tests. */
export const deployTo = (
  { org }: TestOrg,
  files: Readonly<Record<string, string>>,
  types: Readonly<Record<string, readonly string[]>>,
  options: DeployOptions = {},
): DeployResult => org.deploy(packageZip(files, types), options, org.admin);

/** The messages of a deploy that report problems. */
export const problems = (messages: readonly DeployMessage[]): readonly DeployMessage[] =>
  messages.filter((message) => message.problem !== undefined);

/** The problems that a check of one file reports. */
export const wrongWith = (
  org: TestOrg,
  path: string,
  text: string,
  types: Readonly<Record<string, readonly string[]>>,
): readonly string[] =>
  problems(deployTo(org, { [path]: text }, types, { checkOnly: true }).messages).flatMap(
    ({ problem }) => problem ?? [],
  );

/** A text field as object metadata has it; `more` replaces its length. */
export const textField = (name: string, more = '<length>10</length>'): string =>
  `<fields>\n<fullName>${name}</fullName>\n<label>${name}</label>\n<type>Text</type>\n${more}\n</fields>`;

/** The object file of Widget__c with these fields. */
export const widgetFields = (...fields: readonly string[]): Record<string, string> => ({
  'objects/Widget__c.object': metadata('CustomObject', fields.join('\n')),
});
