import { orgMessages } from './orgMessages.ts';

function heardBy(isWanted: boolean, isTTY?: boolean): readonly string[] {
  const written: string[] = [];
  const write = (text: string): number => written.push(text);
  orgMessages(isWanted, { ...(isTTY === undefined ? {} : { isTTY }), write })('Jan\u001B[2J\nPeeters');
  return written;
}

test("the org's words are shown on a terminal that was asked for them, as one line without orders to it", () => {
  expect(heardBy(true, true)).toEqual(['The org says: Jan [2J Peeters\n']);
});

test.each([
  [true, undefined],
  [true, false],
  [false, true],
  [false, undefined],
])('and nowhere else: asked %p, terminal %p', (isWanted, isTTY) => {
  expect(heardBy(isWanted, isTTY)).toStrictEqual([]);
});
