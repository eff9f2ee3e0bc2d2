import { readHours, type Span } from '../readHours';

const MORNING: readonly Span[] = [[540, 720]];

test.each<[string, Readonly<Record<number, readonly Span[]>>]>([
  ['Mo 09:00-12:00', { 0: MORNING }],
  ['Mo 9:00-12:00;', { 0: MORNING }],
  [' Mo 09:00-12:00 ; ', { 0: MORNING }],
  ['Mo-We 09:00-12:00', { 0: MORNING, 1: MORNING, 2: MORNING }],
  ['Mo - We  09:00 - 12:00', { 0: MORNING, 1: MORNING, 2: MORNING }],
  ['Mo , We,PH 09:00-12:00', { 0: MORNING, 2: MORNING, 7: MORNING }],
  ['Sa-Mo 09:00-12:00', { 5: MORNING, 6: MORNING, 0: MORNING }],
  ['Mo 09:00-12:00 ; PH off', { 0: MORNING, 7: [] }],
  ['Mo 09:00-12:00; Mo closed', { 0: [] }],
  [
    'Mo 09:00-10:00 , 11:00-12:00',
    {
      0: [
        [540, 600],
        [660, 720],
      ],
    },
  ],
  [
    'Mo 11:00-12:00,09:00-10:00',
    {
      0: [
        [540, 600],
        [660, 720],
      ],
    },
  ],
  ['Mo 10:00-12:00,09:00-10:00', { 0: MORNING }],
  ['Mo 09:00-12:00,10:00-11:00', { 0: MORNING }],
  ['Mo 00:00-24:00', { 0: [[0, 1440]] }],
  ['Mo 09:59-10:59', { 0: [[599, 659]] }],
  ['09:00-12:00', { 0: MORNING, 1: MORNING, 2: MORNING, 3: MORNING, 4: MORNING, 5: MORNING, 6: MORNING }],
])('%s', (text, hours) => {
  expect(readHours(text)).toStrictEqual([0, 1, 2, 3, 4, 5, 6, 7].map((day) => hours[day] ?? null));
});

test.each([
  'Mo 09:00-09:00',
  'Mo 10:00-09:00',
  'Mo 09:00-10:60',
  'Mo 09:60-10:00',
  'Mo 09:00-24:01',
  'Mo 109:00-10:00',
  'Mo 09:00-10:000',
  'Xx 09:00-10:00',
  'Xx-Mo 09:00-10:00',
  'Mo-Xx 09:00-10:00',
  'PH-Mo 09:00-10:00',
  'Mo-PH 09:00-10:00',
  'Mo-Tu-We 09:00-10:00',
  'Mo,Xx 09:00-10:00',
  'Mo 09:00-10:00,x',
  'Mo 09:00-10:00,12:00',
  'Mo off 09:00-10:00',
])('%s is free text', (text) => {
  expect(readHours(text)).toBeNull();
});
