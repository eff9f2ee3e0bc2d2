import type { Notification, Told } from './notification.ts';

const TITLES: Readonly<Record<Told, string>> = {
  faults: 'CuZo sync: finished with faults',
  refused: 'CuZo sync: refused, nothing written',
  stopped: 'CuZo sync: stopped on its way',
  recovered: 'CuZo sync: fine again',
};

type Fact = readonly [name: string, value: string];

/** The facts of a notification, without the outcomes that no event had. */
function factsOf({ command, runId, exitCode, errorCode, at, counts }: Notification): readonly Fact[] {
  const numbers = Object.entries(counts ?? {}).filter(([, count]) => count > 0);
  return [
    ['command', command],
    ...(runId === null ? [] : ([['run', runId]] as const)),
    ['exit code', String(exitCode)],
    ...(errorCode === null ? [] : ([['error', errorCode]] as const)),
    ['at', at],
    ...numbers.map(([name, count]) => [name, String(count)] as const),
  ];
}

/**
 * An incoming webhook's message. `&`, `<` and `>` are Slack's control characters (docs.slack.dev, Sending messages using
 * incoming webhooks; Formatting message text, Escaping text).
 */
function slack(notification: Notification): object {
  const { event, what, next } = notification;
  const lines = [
    `*${TITLES[event]}*`,
    slackText(what),
    ...factsOf(notification).map(([name, value]) => `• ${name}: ${slackText(value)}`),
    `What to do: ${slackText(next)}`,
  ];
  return { text: lines.join('\n') };
}

const slackText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * A message with one Adaptive Card, for the trigger "When a Teams webhook request is received" of Workflows: it wants `type`
 * message and the card among `attachments` (learn.microsoft.com, Teams, Create and send messages with connectors and
 * webhooks, Send Adaptive Cards). A FactSet and TextBlocks are of Adaptive Cards 1.0; Teams shows 1.2 everywhere.
 */
function teams(notification: Notification): object {
  const { event, what, next } = notification;
  const text = (words: string, more: object = {}): object => ({
    type: 'TextBlock',
    text: words,
    wrap: true,
    ...more,
  });
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.2',
          body: [
            text(TITLES[event], {
              size: 'Medium',
              weight: 'Bolder',
              color: event === 'recovered' ? 'Good' : 'Attention',
            }),
            text(what),
            { type: 'FactSet', facts: factsOf(notification).map(([title, value]) => ({ title, value })) },
            text(`What to do: ${next}`),
          ],
        },
      },
    ],
  };
}

/** The body of each form that `--notify` takes. */
export const FORMS = {
  webhook: (notification: Notification): object => notification,
  slack,
  teams,
} as const satisfies Record<string, (notification: Notification) => object>;

export type Form = keyof typeof FORMS;
export const FORM_NAMES = Object.keys(FORMS) as readonly Form[];
