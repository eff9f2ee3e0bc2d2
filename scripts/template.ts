import { connect360Template } from './connect360/template.ts';

await connect360Template(async (name, work) => {
  process.stderr.write(`making Connect 360 for the tests: ${name}\n`);
  return work();
});
