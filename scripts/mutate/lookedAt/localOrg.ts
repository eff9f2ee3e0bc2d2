import { SHORTCUT, NARROWS, type Reasons } from './reasons.ts';

/** Of the local org, but for its store. */
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
};
