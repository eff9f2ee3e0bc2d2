import { folderForFile } from '../../tests/kit/folder.ts';
import { openInbox, type Inbox, type InboxEvent } from '../state/inbox.ts';
import { privateFolder } from '../state/ownFolder.ts';
import { answerOfRefusal, type Refusal } from './answers.ts';
import { inboxWriter } from './inboxWriter.ts';

let folder: string;
let inbox: Inbox;
beforeEach(() => {
  ({ folder } = folderForFile('inbox-'));
  privateFolder(folder);
  inbox = openInbox(folder);
});
afterEach(() => {
  inbox.close();
});

const event = (bytes: number): InboxEvent => ({
  zone: 'mypv',
  target: 'Account',
  subjectKey: 'k',
  customerKey: null,
  time: '2026-11-21T10:00:00.000Z',
  line: Buffer.alloc(bytes, 'x'),
});
const LIMITS = { events: 1000, bytes: 100_000_000 };

test('what a full disk does not take is refused as a whole, and taken when there is space', async () => {
  const errors: unknown[] = [];
  const writer = inboxWriter(
    inbox,
    LIMITS,
    () => 0,
    (error) => errors.push(error),
  );
  await writer.add([event(10)]);
  const { page_count: pages } = inbox.prepare('PRAGMA page_count').get() as { page_count: number };
  inbox.exec(`PRAGMA max_page_count = ${pages}`);
  const refused = [writer.add([event(10)]), writer.add([event(200_000)])];
  const reasons = await Promise.all(refused.map((one) => one.catch((error: unknown) => error as Refusal)));
  for (const reason of reasons)
    expect(answerOfRefusal(reason as Refusal)).toMatchObject({
      status: 503,
      headers: { 'Retry-After': '10' },
    });
  expect([writer.size().events, writer.isSound(), errors.length]).toEqual([1, false, 1]);

  inbox.exec('PRAGMA max_page_count = 1000000');
  await writer.add([event(200_000)]);
  expect([writer.size().events, writer.isSound()]).toEqual([2, true]);
});
