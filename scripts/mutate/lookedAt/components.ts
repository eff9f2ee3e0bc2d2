import { SHORTCUT, type Reasons } from './reasons.ts';

/** Of the components. */
export const COMPONENTS: Reasons = {
  'force-app/main/default/lwc/cuzoDifferences/cuzoDifferences.ts': {
    'value === undefined || value === null': SHORTCUT,
    'value === undefined': SHORTCUT,
    'value === null': SHORTCUT,
    'units < 0': 'nothing is nothing on either side',
    "''": 'where there is a number the pattern finds a sign, an empty one too; the compiler asks for it',
    '/^\\d{4}-\\d{2}-\\d{2}$/': 'a day with more behind it makes no date',
    "typeof held !== 'string'":
      'a number or a check box is no moment as text either; the compiler asks for it',
  },
  'force-app/main/default/lwc/cuzoFormat/cuzoFormat.ts': {
    '/^\\d{4}-\\d{2}-\\d{2}$/': 'a day with more behind it makes no date',
    'known !== undefined': SHORTCUT,
    'decimals <= (usual.resolvedOptions().maximumFractionDigits ?? 0)':
      'of as many decimals as usual either format is the usual one',
    'MONEYS.set(key, format);': SHORTCUT,
  },
  'force-app/main/default/lwc/cuzoHealth/runs.ts': {
    'other !== null': 'none compares as 0, and no exit code is less; the compiler asks for it',
    'other > one': 'of two equal exit codes either is the greater',
  },
  'force-app/main/default/lwc/cuzoHelp/customerFacts.ts': {
    'email === null': 'without a field there is no value either; the compiler asks for it',
    'birthDate === null': 'without a field there is no value either; the compiler asks for it',
  },
  'force-app/main/default/lwc/cuzoHelp/portalFacts.ts': {
    'newsOn !== null': 'no day is no number of days ago; the compiler asks for it',
  },
  'force-app/main/default/lwc/cuzoHours/cuzoHours.ts': {
    'ahead <= LOOKED_AHEAD': 'an office with hours opens within two weeks, on the last day or before',
    'from > minute': 'at the very minute it is open',
  },
  'force-app/main/default/lwc/cuzoTab/shownView.ts': {
    'product === null': 'no code has the name null; the compiler asks for it',
  },
};
