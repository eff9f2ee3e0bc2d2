import { recordId, withChecksum } from './recordId.ts';

// Ids of examples in the REST API and User Interface API Developer Guides.
test.each([
  ['001D000000IqhSL', '001D000000IqhSLIAZ'],
  ['005xx000001X7sH', '005xx000001X7sHAAS'],
])('%s is %s in 18 characters', (short, long) => {
  expect(withChecksum(short)).toBe(long);
});

test('ids of one prefix differ', () => {
  expect(recordId('750', 1)).toMatch(/^750\w{15}$/);
  expect(recordId('750', 1)).not.toBe(recordId('750', 2));
});
