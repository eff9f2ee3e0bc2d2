import type { Caller, Org } from '../../local-org/org.ts';
import type { FormFactor } from '../page/pageModel.ts';
import { text } from './xml.ts';

/** The user of a page, and how they look at it. */
export interface Viewer {
  readonly caller: Caller;
  readonly username: string;
  readonly name: string;
  readonly profile: string;
  readonly language: string;
  /** The language in the address; empty for the user's own. */
  readonly askedLanguage: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly formFactor: FormFactor;
  readonly appName: string | undefined;
  /** Whether components run in Lightning Web Security's sandbox, as in an org; true unless `?lws=0`. */
  readonly sandboxed: boolean;
  /** The part of the URL's query that links keep. */
  readonly query: string;
}

const HANDED_ON = ['as', 'lang', 'formFactor', 'app', 'lws'];
/** Language -> the locale of a user with that language in Belgium, which decides formats. */
const LOCALES: ReadonlyMap<string, string> = new Map([
  ['nl_NL', 'nl_BE'],
  ['fr', 'fr_BE'],
  ['de', 'de_BE'],
  ['en_US', 'en_US'],
]);

/**
 * The viewer that a page's URL asks for: `?as=<username>` (the domain of the default user may be left out), `?lang=`,
 * `?formFactor=Small`, `?app=<developer name>`, `?lws=0`. Undefined when there is no such active user.
 */
export function viewerOf(
  org: Org,
  parameters: URLSearchParams,
  { defaultUser, defaultApp }: { readonly defaultUser: string; readonly defaultApp?: string },
): Viewer | undefined {
  const asked = parameters.get('as') ?? defaultUser;
  const user = org.findUser(asked.includes('@') ? asked : `${asked}@${defaultUser.split('@')[1] ?? ''}`);
  if (user === undefined) return undefined;
  const row = org.user(user.userId);
  const asks = parameters.get('lang') ?? '';
  const locale = LOCALES.get(asks);
  const language = locale === undefined ? user.language : asks;
  const query = new URLSearchParams([...parameters].filter(([name]) => HANDED_ON.includes(name))).toString();
  return {
    caller: { userId: user.userId, language },
    username: user.username,
    name: text(row, 'Name') ?? user.username,
    profile: profileName(org, text(row, 'ProfileId') ?? ''),
    language,
    askedLanguage: locale === undefined ? '' : asks,
    locale: locale ?? user.locale,
    timeZone: text(row, 'TimeZoneSidKey') ?? 'UTC',
    formFactor: parameters.get('formFactor') === 'Small' ? 'Small' : 'Large',
    appName: parameters.get('app') ?? defaultApp,
    sandboxed: parameters.get('lws') !== '0',
    query: query === '' ? '' : `?${query}`,
  };
}

function profileName(org: Org, profileId: string): string {
  const { records } = org.query(`SELECT Name FROM Profile WHERE Id = '${profileId}'`, org.admin, {
    version: '66.0',
  });
  return text(records[0], 'Name') ?? '';
}
