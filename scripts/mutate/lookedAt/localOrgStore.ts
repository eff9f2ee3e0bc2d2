import { SHORTCUT, NARROWS, type Reasons } from './reasons.ts';

const UNREAD = 'formulon does not read it';

/** Of the store of the local org. */
export const LOCAL_ORG_STORE: Reasons = {
  'scripts/local-org/store/blankComparisons.ts': {
    "node.type === 'error'": NARROWS,
    "'error'": 'what has no arguments is thrown too, a line later',
    'throw new Error(node.message);': 'what has no arguments is thrown too, a line later',
    "each.type === 'identifier'": 'nothing else has a name',
  },
  'scripts/local-org/store/checks.ts': {
    "name === 'ParentId'": SHORTCUT,
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
  'scripts/local-org/store/delete.ts': { 'child === undefined': NARROWS },
  'scripts/local-org/store/derived.ts': {
    "object.name === 'Account'": 'of the others only a contact may be of a person, and has that name already',
    "typeof draft.Id === 'string'": NARROWS,
    "field.type === 'boolean'": 'the default of a check box is a formula with the same value',
    "'boolean'": 'the default of a check box is a formula with the same value',
  },
  'scripts/local-org/store/formulas.ts': {
    "'literal'": 'formulon says so itself',
    '{ length: value.length }': 'without a length formulon keeps the whole text',
    '{ values: valuesOf(field), }': UNREAD,
    '{ values: valuesOf(field) }': UNREAD,
    '(field: Field): readonly string[] => field.picklist.map((each) => each.value)': UNREAD,
    '(each) => each.value': UNREAD,
    'precision - scale': UNREAD,
    "''": 'no field has either name',
    'relationship === undefined || parent === undefined': NARROWS,
    'relationship === undefined': NARROWS,
    'parent === undefined': NARROWS,
    'user === undefined': NARROWS,
    false: 'the rights of the user are known by then',
    '/^PRIORVALUE__(\\w+)$/': 'nothing else has it in its name',
    'simple !== undefined': SHORTCUT,
    "'problem' in result": 'what has a problem has no value',
    "'problem'": 'what has a problem has no value',
  },
  'scripts/local-org/store/input.ts': {
    'field === undefined || parent === undefined': NARROWS,
    'field === undefined': NARROWS,
    'parent === undefined': NARROWS,
    'meaning === undefined': SHORTCUT,
    'meanings.set(name, meaning);': SHORTCUT,
    "''": 'no field and no parent has either name',
    "'write'": 'it is what is left: nothing asks for it by name',
  },
  'scripts/local-org/store/locks.ts': { 'locks === undefined && state.lockedBy.size === 0': SHORTCUT },
  'scripts/local-org/store/persons.ts': { 'contact === undefined': NARROWS },
  'scripts/local-org/store/recordIds.ts': {
    '/^[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?$/': 'with more after it the checksum is wrong',
  },
  'scripts/local-org/store/periods.ts': { 'span === undefined': NARROWS },
  'scripts/local-org/store/records.ts': {
    "typeof value === 'string'": 'nothing else has characters beyond ASCII',
    "'FOLD'": 'only told apart from the names of collations',
  },
  'scripts/local-org/store/repeatedKeys.ts': {
    'value.trim().toLowerCase()': 'only compared with others of its kind',
    'from < records.length': 'one more chunk has no records',
  },
  'scripts/local-org/store/rights.ts': {
    true: 'with Modify All, and for what is set up, View All says nothing more',
    '{ read: false, create: false, edit: false, delete: false, viewAll: false, modifyAll: false, }':
      'a right that is not there is none',
    'known !== undefined': SHORTCUT,
    'state.rights.set(userId, rights);': SHORTCUT,
  },
  'scripts/local-org/store/save.ts': {
    "'json'": 'what is no CSV is read as JSON',
    'object.setup': 'rights that are forgotten are worked out again',
    "'Id'": 'a change leaves the Id alone without it too',
    '[]': 'no field has that name; results take the place of the other list',
  },
  'scripts/local-org/store/setLicences.ts': {
    "object.name === 'User'": 'of nothing else the profile changes',
    "object.name !== 'PermissionSetAssignment' && !isMove": SHORTCUT,
    "object.name !== 'PermissionSetAssignment'": SHORTCUT,
    'given === undefined': NARROWS,
    "object.name !== 'User'": SHORTCUT,
    'before?.IsActive === 1 && before.ProfileId === row.ProfileId': SHORTCUT,
  },
  'scripts/local-org/store/sharing.ts': {
    'object.shareOf === null': SHORTCUT,
    "'0'": 'what has no owner is a detail, which goes by its master',
    'fields === undefined': NARROWS,
    'record && level':
      'what has one of them has the other, and what has neither has no field that is asked for',
    'parent === undefined': NARROWS,
  },
  'scripts/local-org/store/sharingChecks.ts': {
    'each !== undefined && id.startsWith(each.keyPrefix)':
      'only the licence of a permission set is of several objects, and all of them are open',
    'share.shareOf === object.name': SHORTCUT,
  },
  'scripts/local-org/store/simpleFormulas.ts': { "'literal'": 'nothing asks a result for it' },
  'scripts/local-org/store/values.ts': {
    "''": 'a number always has digits',
    "'0'": 'no exponent counts as 0',
    "'address'": NARROWS,
  },
  'scripts/local-org/store/writeRecord.ts': { 'before[name] !== value': SHORTCUT },
};
