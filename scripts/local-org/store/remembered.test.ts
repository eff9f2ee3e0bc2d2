import { memoryOf } from './remembered.ts';

test('works out what it does not know yet, and forgets all when it is full', () => {
  const made: string[] = [];
  const remembered = memoryOf<string>(2);
  const of = (key: string): string =>
    remembered(key, () => {
      made.push(key);
      return `${key}!`;
    });
  expect(['a', 'b', 'a', 'b'].map(of)).toEqual(['a!', 'b!', 'a!', 'b!']);
  expect(made).toEqual(['a', 'b']);
  expect(['c', 'c', 'a', 'c', 'b'].map(of)).toEqual(['c!', 'c!', 'a!', 'c!', 'b!']);
  expect(made).toEqual(['a', 'b', 'c', 'a', 'b']);
});
