import { transform } from 'esbuild';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundleScripts, LWC_FOLDER } from '../../lwc/bundle.ts';

/**
 * What a phone on a slow connection loads before a part of a page is shown: the components, their budget in KiB, and some of
 * their dependencies.
 */
const BUDGETS = [
  {
    part: 'account page',
    kibibytes: 25,
    bundles: ['cuzoPills', 'cuzoContactNotice', 'cuzoInvite'],
    needed: ['cuzoQr', 'cuzoInviteWays', 'cuzoPresent'],
  },
  {
    part: 'account page with contracts and help',
    kibibytes: 42,
    bundles: ['cuzoPills', 'cuzoContactNotice', 'cuzoInvite', 'cuzoContracts', 'cuzoHelp'],
    needed: ['cuzoInviteWays', 'cuzoHelpSupport', 'cuzoHours', 'cuzoDifferences', 'cuzoViewDocument'],
  },
  {
    part: 'CuZo tab',
    kibibytes: 20,
    bundles: ['cuzoTab'],
    needed: ['cuzoView', 'cuzoViewSection', 'cuzoCodeLabels', 'cuzoZoneFacts'],
  },
];

const camelCase = (tag: string): string => tag.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** The bundles that a bundle depends on: imports of its code and components of its templates. */
function needs(bundle: string, scripts: ReadonlyMap<string, string>): readonly string[] {
  const templates = readdirSync(join(LWC_FOLDER, bundle)).filter((file) => file.endsWith('.html'));
  const tags = templates.flatMap((file) => [
    ...readFileSync(join(LWC_FOLDER, bundle, file), 'utf8').matchAll(/<c-([a-z0-9-]+)/g),
  ]);
  const imports = [...scripts.values()].flatMap((text) => [...text.matchAll(/from ['"]c\/(\w+)['"]/g)]);
  return [...tags.map(([, tag]) => camelCase(tag!)), ...imports.map(([, name]) => name!)];
}

/** Transferred bytes of a bundle's own JavaScript and CSS: minified and gzipped, file by file. */
async function travelling(bundle: string, scripts: ReadonlyMap<string, string>): Promise<number> {
  const styles = readdirSync(join(LWC_FOLDER, bundle)).filter((file) => file.endsWith('.css'));
  const files = [
    ...[...scripts.values()].map((text) => ({ text, loader: 'js' as const })),
    ...styles.map((file) => ({
      text: readFileSync(join(LWC_FOLDER, bundle, file), 'utf8'),
      loader: 'css' as const,
    })),
  ];
  // Decorators and class fields stay: the platform compiles them.
  const minified = await Promise.all(
    files.map(({ text, loader }) =>
      transform(text, { loader, minify: true, target: 'esnext', legalComments: 'none' }),
    ),
  );
  return minified.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);
}

test.each(BUDGETS)(
  'the code of the $part stays within its budget',
  async ({ part, kibibytes, bundles, needed }) => {
    const sizes = new Map<string, number>();
    const open = [...bundles];
    for (let bundle = open.pop(); bundle !== undefined; bundle = open.pop()) {
      if (sizes.has(bundle)) continue;
      const scripts = await bundleScripts(join(LWC_FOLDER, bundle));
      sizes.set(bundle, await travelling(bundle, scripts));
      open.push(...needs(bundle, scripts));
    }
    const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    const lines = [...sizes].sort(([, a], [, b]) => b - a).map(([name, size]) => `${name} ${size}`);
    process.stdout.write(`${part}: ${total} of ${kibibytes * 1024} bytes (${lines.join(', ')})\n`);
    expect([...sizes.keys()]).toEqual(expect.arrayContaining(needed));
    expect(total).toBeLessThan(kibibytes * 1024);
  },
);
