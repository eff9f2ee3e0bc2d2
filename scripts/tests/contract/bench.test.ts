import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../connect360/root.ts';
import { folderForFile } from '../kit/folder.ts';
import { HANG } from '../kit/hang.ts';

test('the bench measures the stages, and the job beside its peers', () => {
  const { folder } = folderForFile('bench-');
  const ran = spawnSync(
    process.execPath,
    ['scripts/bench/main.ts', '--scale', '0.001', '--tries', '1', 'stages', 'sync'],
    { cwd: ROOT, env: { ...process.env, BENCH_FOLDER: folder }, encoding: 'utf8', timeout: HANG.process },
  );
  expect([ran.status, ran.status === 0 ? '' : ran.stderr]).toEqual([0, '']);
  const figures = JSON.parse(readFileSync(join(folder, 'bench.json'), 'utf8')) as {
    readonly section: string;
    readonly median: number;
  }[];
  expect([...new Set(figures.map(({ section }) => section))]).toEqual(['stages', 'sync']);
  for (const { median } of figures) expect(median).toBeGreaterThanOrEqual(0);
});
