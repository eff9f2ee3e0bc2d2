import { endingOf, SyncError } from '../errors.ts';
import { FORMS } from './forms.ts';
import { endingNotification } from './notification.ts';

test('the forms of Slack and Teams', () => {
  const told = { command: 'run', runId: null, at: '2026-11-22T03:00:00.000Z' };
  const notReady = endingOf(new SyncError('NOT_READY', 'detail'));
  const slack = FORMS.slack(endingNotification(told, { ...notReady, next: 'a <b> & c' }, null));
  const teams = FORMS.teams(endingNotification(told, notReady, null));
  expect(slack).toEqual({
    text: [
      '*CuZo sync: refused, nothing written*',
      'The org is not ready for the job',
      '• command: run',
      '• exit code: 2',
      '• error: NOT_READY',
      '• at: 2026-11-22T03:00:00.000Z',
      'What to do: a &lt;b&gt; &amp; c',
    ].join('\n'),
  });
  expect(teams).toMatchObject({
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          type: 'AdaptiveCard',
          version: '1.2',
          body: [
            { type: 'TextBlock', text: 'CuZo sync: refused, nothing written', wrap: true },
            { type: 'TextBlock', text: 'The org is not ready for the job' },
            {
              type: 'FactSet',
              facts: expect.arrayContaining([{ title: 'error', value: 'NOT_READY' }]) as object,
            },
            { type: 'TextBlock', text: expect.stringContaining('What to do: Correct this') as string },
          ],
        },
      },
    ],
  });
});
