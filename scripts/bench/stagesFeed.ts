import { createHash } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
} from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from '../connect360/root.ts';
import { CACHE } from './folder.ts';
import { generate } from '../feed/generate/generate.ts';

/** A generated feed, and the keys of its org, one per line. */
export interface CachedFeed {
  readonly feed: string;
  readonly keys: Readonly<Record<string, string>>;
}

const FEEDS = join(CACHE, 'feeds');
const GENERATOR = join(ROOT, 'scripts', 'feed');
const OBJECTS = ['Account', 'InsurancePolicy'] as const;
/** Approximate number of customers per event of a generated feed. */
const CUSTOMERS_PER_EVENT = 0.245;
const POLICIES_PER_EVENT = 0.64;

/** A feed of about so many events, made once per version of the generator; older ones are removed. */
export async function cachedFeed(events: number): Promise<CachedFeed> {
  const out = join(FEEDS, `${events}-${generatorVersion()}`);
  const keys = Object.fromEntries(OBJECTS.map((object) => [object, join(out, `${object}.txt`)]));
  if (!existsSync(out)) await make(events, out);
  return { feed: join(out, 'feed'), keys };
}

async function make(events: number, out: string): Promise<void> {
  mkdirSync(FEEDS, { recursive: true });
  for (const name of readdirSync(FEEDS))
    if (name.startsWith(`${events}-`)) await rm(join(FEEDS, name), { recursive: true });
  const partial = `${out}.partial`;
  await generate({
    customers: Math.ceil(events * CUSTOMERS_PER_EVENT),
    policies: Math.ceil(events * POLICIES_PER_EVENT),
    seed: 1,
    changed: 0.01,
    bad: 0.01,
    edgeCases: 0.01,
    viewSize: 2048,
    linesPerFile: 250_000,
    gzip: false,
    out: partial,
  });
  for (const object of OBJECTS) await keepKeys(join(partial, 'crm'), object, join(partial, `${object}.txt`));
  await rm(join(partial, 'crm'), { recursive: true });
  await rename(partial, out);
}

/** The keys are the first column of the org's rows, which contain no line breaks. */
async function keepKeys(crm: string, object: string, to: string): Promise<void> {
  const file = createWriteStream(to);
  for (const name of readdirSync(crm).filter((one) => one.startsWith(object))) {
    let isHeader = true;
    for await (const line of createInterface(createReadStream(join(crm, name)))) {
      if (!isHeader) file.write(`${line.slice(0, line.indexOf(','))}\n`);
      isHeader = false;
    }
  }
  await new Promise<void>((resolve) => file.end(resolve));
}

function generatorVersion(): string {
  const hash = createHash('sha256');
  const files = readdirSync(GENERATOR, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.ts')).sort())
    hash.update(readFileSync(join(GENERATOR, file)));
  return hash.digest('hex').slice(0, 12);
}
