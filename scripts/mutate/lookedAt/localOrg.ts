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
    "typeof value !== 'string'": 'a number is ASCII as text too',
    "typeof value === 'string'": NARROWS,
    "operand.kind === 'value'": 'a period has no value, and what is compared with none finds nothing',
    '[]': 'no date is the text that stands for it then',
    'values.filter((value) => value !== null)':
      'in a list of SQL NULL finds nothing, and NOT takes unknown for false',
    'value !== null': 'in a list of SQL NULL finds nothing, and NOT takes unknown for false',
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
    "'valueQuery'": 'a comparison with an inner SELECT has an operator too',
    "''": 'no list of operators has it',
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
  'scripts/local-org/soql/functions.ts': {
    "''": 'name and label of what has none, which only a message could tell',
    '{ scale: 15 }': 'only what is saved is rounded',
  },
  'scripts/local-org/soql/query.ts': {
    "object.name === 'RecordType'": SHORTCUT,
    "'RecordType'": SHORTCUT,
    '/^en(_|$)/': 'no other locale has these letters before an underscore or at its end',
    "''": 'of a locator that is not given, and of a column that UserRecordAccess does not have',
    "item.type === 'Field'": 'UserRecordAccess has plain fields only: a query of anything else is refused',
    false: 'the columns are the same whichever rows a statement finds',
  },
  'scripts/local-org/soql/scope.ts': {
    '[]': 'no path begins with such a name',
    'field === undefined || parent === undefined': NARROWS,
    'parent === undefined': NARROWS,
    'field === undefined': 'without the field there is no parent either',
    "nextPath.join('.').toLowerCase()": 'only compared with others of its kind',
    '!scope.joins.has(key)': SHORTCUT,
  },
  'scripts/local-org/soql/semiJoins.ts': {
    "''": NARROWS,
    '[]': 'what is no path has no level either',
  },
  'scripts/local-org/soql/statement.ts': {
    '/\\s+ALL\\s+ROWS\\s*$/i': 'blanks that are left at the end change nothing',
    "/but found(?: -->|:) '([\\s\\S]*?)'(?: <--)?$|expecting EOF but found: ([\\s\\S]*)$/":
      'what is found last takes all that follows, with or without the end',
    '/unexpected character: ->([\\s\\S]*?)<- at offset: (\\d+)/':
      'the parser names one character, which is no white space',
  },
  'scripts/local-org/soql/userAccess.ts': { 'object === undefined': NARROWS },
  'scripts/local-org/soql/where.ts': {
    "''": NARROWS,
    '[]': NARROWS,
    'value === undefined': NARROWS,
    "!('operator' in leaf)": NARROWS,
    'operand === undefined': NARROWS,
  },
};
