import { Command, InvalidArgumentError, Option } from 'commander';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { SHARING_DEFAULTS, duplicateRule } from './featureOptions.ts';
import { portOption } from './portOption.ts';
import type { Ready } from '../local-org/server.ts';
import { serveConnect360 } from './serve.ts';
import { connect360Template } from './template.ts';
import { temporaryFolder } from './temporaryFolder.ts';
import { ADMIN_USERNAME } from './users.ts';
import { openOrg } from '../local-org/engine.ts';
import { LIKE_AN_ORG, orgTimes, type OrgTimes } from '../local-org/api/local/orgTimes.ts';
import type { DuplicateRule } from '../local-org/schema/features.ts';

function milliseconds(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError('a time is a whole number of milliseconds.');
}

function times(text: string): OrgTimes {
  try {
    return orgTimes(text);
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : String(error));
  }
}

const languageList = (text: string): readonly string[] => text.split(',').filter((each) => each !== '');

interface OrgOptions {
  readonly port: number;
  readonly data?: string;
  readonly empty: boolean;
  readonly language: string;
  readonly languages: readonly string[];
  readonly locking?: number;
  readonly likeAnOrg?: OrgTimes | true;
  readonly stateCountryPicklists?: boolean;
  readonly duplicateRule?: readonly DuplicateRule[];
  readonly sharing?: keyof typeof SHARING_DEFAULTS;
}

const command = (): Command =>
  new Command('npm run -s org --')
    .description(
      'The local org: a server on 127.0.0.1 that the sf CLI, jsforce and a browser take for Connect 360.\n' +
        'Its first line on stdout that starts with { says it is ready and how to log in.',
    )
    .option('--port <number>', 'port to listen on; 0 takes a free one', portOption, 0)
    .option(
      '--data <file>',
      'database file: opened as it is, or made when it is not there (default: a temporary one)',
    )
    .option('--empty', 'standard objects only, no records', false)
    .option('--language <code>', 'language of a new, empty org and its administrator', 'nl_NL')
    .option(
      '--languages <codes>',
      'the languages that a new, empty org is translated into, separated by commas',
      languageList,
      ['fr', 'de', 'en_US'],
    )
    .option(
      '--locking <milliseconds>',
      'lock records and their masters so long for each 200 rows of a Bulk job: other writes of them are UNABLE_TO_LOCK_ROW',
      milliseconds,
    )
    .option(
      '--like-an-org [times]',
      `answer in an org's times instead of at once; some of ${Object.keys(LIKE_AN_ORG).join(', ')} may be set, in milliseconds: roundTrip=50,bulkQueue=0`,
      times,
    )
    .option(
      '--state-country-picklists',
      'switch State and Country/Territory picklists on: other countries than those of the list are refused',
    )
    .option(
      '--duplicate-rule <rule>',
      'switch a duplicate rule on, as Account:PersonEmail,LastName (:block behind it: can not be overruled); may be repeated',
      duplicateRule,
    )
    .addOption(
      new Option(
        '--sharing <default>',
        'the org-wide default of standard objects, instead of public read and write',
      ).choices(Object.keys(SHARING_DEFAULTS)),
    );

/** An org that listens. */
export interface RunningOrg {
  readonly ready: Ready;
  readonly close: () => Promise<void>;
}

/** Starts the local org that these arguments of `npm run org` ask for. Wrong arguments, and `--help`, end the process. */
export async function startOrg(args: readonly string[]): Promise<RunningOrg> {
  const {
    port,
    data,
    empty,
    language,
    languages,
    locking,
    likeAnOrg,
    stateCountryPicklists,
    duplicateRule: duplicateRules,
    sharing,
  } = command().parse(args, { from: 'user' }).opts<OrgOptions>();
  const file = resolve(data ?? `${temporaryFolder()}/org.db`);
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    if (!empty) copyFileSync(await connect360Template(), file);
  }
  const org = openOrg({
    file,
    adminUsername: ADMIN_USERNAME,
    language,
    languages,
    features: {
      ...(stateCountryPicklists === undefined ? {} : { stateCountryPicklists }),
      ...(duplicateRules === undefined ? {} : { duplicateRules }),
      ...(sharing === undefined ? {} : { sharing: SHARING_DEFAULTS[sharing] }),
    },
  });
  const server = await serveConnect360(org, port, {
    ...(locking === undefined ? {} : { locking: { held: () => delay(locking, undefined, { ref: false }) } }),
    ...(likeAnOrg === undefined ? {} : { times: likeAnOrg === true ? LIKE_AN_ORG : likeAnOrg }),
  });
  return {
    ready: server.ready,
    async close() {
      await server.close();
      org.close();
    },
  };
}
