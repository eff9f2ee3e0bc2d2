import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { errorCode } from '../../feed/errorCode.ts';
import { SyncError } from '../errors.ts';
import { addressIn } from './address.ts';
import type { Environment, Login } from './login.ts';
import type { OnOrgMessage } from './keptError.ts';

/** The CLI sends telemetry and looks for updates unless it is told not to. */
const QUIET_CLI = {
  SF_DISABLE_TELEMETRY: 'true',
  SF_SKIP_NEW_VERSION_CHECK: 'true',
  SF_DISABLE_AUTOUPDATE: 'true',
  SF_DISABLE_LOG_FILE: 'true',
  FORCE_COLOR: '0',
};

/** What cmd.exe takes as it is: it reads most other signs as its own. */
const PLAIN = /^[\w.@+-]+$/;

/**
 * How the CLI is started. On Windows it is a batch file, which starts in a shell only (Node.js, child_process, Spawning .bat
 * and .cmd files on Windows), and the shell reads what stands in the alias. Throws LOGIN for an alias that it would misread.
 */
function cliCommand(
  alias: string,
  platform: NodeJS.Platform,
): { readonly file: string; readonly shell: boolean } {
  if (platform !== 'win32') return { file: 'sf', shell: false };
  if (PLAIN.test(alias)) return { file: 'sf.cmd', shell: true };
  throw new SyncError(
    'LOGIN',
    'the alias has signs that the shell of Windows reads itself',
    'Give the username, or an alias of letters, digits and . _ @ + -',
  );
}

/**
 * The login that the Salesforce CLI keeps under an alias or username. Throws LOGIN, with the name of the CLI's error and
 * without its words.
 */
export function cliLogin(
  alias: string,
  env: Environment,
  platform: NodeJS.Platform = process.platform,
): Login {
  const { file, shell } = cliCommand(alias, platform);
  async function sf(
    onOrgMessage: OnOrgMessage,
    ...args: readonly string[]
  ): Promise<Readonly<Record<string, unknown>>> {
    const options = { env: { ...env, ...QUIET_CLI }, maxBuffer: 16 * 1024 * 1024, shell };
    const given = [...args, '--target-org', alias, '--json'];
    const { stdout } = await promisify(execFile)(file, given, options).catch((error: unknown) => {
      throw new SyncError(
        'LOGIN',
        `the Salesforce CLI says: ${saidByCli(error, onOrgMessage)}`,
        undefined,
        error,
      );
    });
    const { result } = parsedJson(stdout) as { readonly result?: Readonly<Record<string, unknown>> };
    return result ?? {};
  }
  return {
    renewable: true,
    open: async ({ onOrgMessage }) => {
      const { instanceUrl } = await sf(onOrgMessage, 'org', 'display');
      const { accessToken } = await sf(onOrgMessage, 'org', 'auth', 'show-access-token');
      if (typeof instanceUrl !== 'string' || typeof accessToken !== 'string')
        throw new SyncError('LOGIN', `the Salesforce CLI gives no address or no access token for ${alias}`);
      return { instanceUrl: addressIn(`the instance of ${alias}`, instanceUrl, true), accessToken };
    },
  };
}

/** The name of a CLI error, such as `NamedOrgNotFoundError`. Its message isn't kept, as it may quote what it was given. */
const keptName = (name: string): string => (/^[A-Z][A-Za-z]{2,60}Error$/.test(name) ? name : 'an error');

function saidByCli(error: unknown, onOrgMessage: OnOrgMessage): string {
  if (errorCode(error) === 'ENOENT') return 'sf is not installed';
  const stdout = typeof error === 'object' && error !== null && 'stdout' in error ? String(error.stdout) : '';
  const { name, message } = parsedJson(stdout) as { readonly name?: unknown; readonly message?: unknown };
  onOrgMessage(`${String(name)}: ${String(message)}`);
  return typeof name === 'string' ? keptName(name) : 'no answer';
}

/** The JSON object in the text; an empty object when there is none. */
function parsedJson(text: string): object {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
