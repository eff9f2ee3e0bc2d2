import { writeFileSync } from 'node:fs';
import { generate } from './generate.ts';

for (const [path, text] of generate('.')) writeFileSync(path, text);
