import { pause } from './signals.ts';

test('a pause ends at once when the run has to stop, and says so', async () => {
  await expect(pause(60, AbortSignal.abort('SIGTERM'))).rejects.toMatchObject({ code: 'STOPPED', exit: 3 });
});
