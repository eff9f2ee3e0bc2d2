import { SHORTCUT, NARROWS, type Reasons } from './reasons.ts';

/** Of the local org. */
export const LOCAL_ORG: Reasons = {
  'scripts/local-org/soql/aggregate.ts': {
    "item.type === 'FieldFunctionExpression'": 'nothing else has the name of a function',
    'key === sql': 'of equal values the least is each of them',
  },
  'scripts/local-org/soql/columns.ts': {
    "[...path, name].join('.').toLowerCase()": 'only compared with others of its kind',
    "typeof parameter === 'string'": NARROWS,
  },
  'scripts/local-org/soql/comparisons.ts': {
    'parts.length <= MOST_IN_A_ROW': 'where it is split makes no difference to what is found',
    '!negated && ignoresCase(field) && !isAscii(value)':
      'a matter of speed: the index over texts beyond ASCII',
    '` AND ${left} ${BEYOND_ASCII}`': 'a matter of speed: the index over texts beyond ASCII',
    'present.filter(isAscii)': SHORTCUT,
    'group.length > 0': SHORTCUT,
  },
  'scripts/local-org/soql/compile.ts': {
    "'ASC'": 'upwards is what SQLite sorts without a word too',
    'query.limit === undefined && query.offset === undefined': SHORTCUT,
    'item === undefined': NARROWS,
    'child !== undefined && relation !== undefined': NARROWS,
    'child !== undefined': NARROWS,
    'relation !== undefined': NARROWS,
  },
  'scripts/local-org/soql/conditionTree.ts': {
    'tree === undefined': NARROWS,
    "!('operator' in leaf)": NARROWS,
    "left !== null && ('operator' in left || 'valueQuery' in left)": NARROWS,
    'left !== null': NARROWS,
    "'operator' in left || 'valueQuery' in left": NARROWS,
    'leaf === undefined': NARROWS,
    "'valueQuery' in leaf && shape.inner !== undefined": NARROWS,
    'clause !== undefined && shape !== undefined': NARROWS,
    'clause !== undefined': NARROWS,
  },
  'scripts/local-org/soql/userAccess.ts': { 'object === undefined': NARROWS },
  'scripts/local-org/soql/where.ts': {
    'value === undefined': NARROWS,
    "!('operator' in leaf)": NARROWS,
    'operand === undefined': NARROWS,
  },
  'scripts/local-org/store/blankComparisons.ts': { "node.type === 'error'": NARROWS },
  'scripts/local-org/store/checks.ts': {
    "typeof row.RecordTypeId !== 'string'": SHORTCUT,
    "![...written].some(({ name }) => name === 'ParentId')": SHORTCUT,
    'value === null': SHORTCUT,
  },
  'scripts/local-org/store/countries.ts': { '/Code$/': 'no address has the word in its name' },
  'scripts/local-org/store/database.ts': {
    "':memory:'": 'a database without a name is as temporary',
    '`RELEASE ${name}`': 'the end of the transaction releases it too',
  },
  'scripts/local-org/store/dates.ts': {
    '/^\\d{4}-\\d{2}-\\d{2}$/': 'with more before it the day of the month is no number, or less than 0',
    'day <= 28': SHORTCUT,
    '/^\\d{4}-\\d{2}-\\d{2}T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d\\.\\d{3}(?:Z|\\+0000)$/': SHORTCUT,
    'UTC.test(text)': SHORTCUT,
  },
  'scripts/local-org/store/input.ts': {
    'field === undefined': NARROWS,
    'parent === undefined': NARROWS,
    'meaning === undefined': SHORTCUT,
    'meanings.set(name, meaning);': SHORTCUT,
  },
  'scripts/local-org/store/save.ts': {
    "'json'": 'what is no CSV is read as JSON',
    'object.setup': 'rights that are forgotten are worked out again',
  },
  'scripts/local-org/store/sharing.ts': { 'object.shareOf === null': SHORTCUT },
};
