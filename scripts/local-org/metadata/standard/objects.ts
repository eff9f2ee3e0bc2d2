import { ACCOUNT } from './account.ts';
import { CONTACT } from './contact.ts';
import type { StandardObject } from '../../schema/field.ts';
import { INSURANCE_POLICY } from './insurancePolicy.ts';
import { LICENCE_OBJECTS } from './licences.ts';
import { SETUP_OBJECTS } from './setup.ts';
import { USER_ROLE } from './userRole.ts';

/** The standard objects of every org. Others don't exist here. */
export const STANDARD_OBJECTS: readonly StandardObject[] = [
  ACCOUNT,
  CONTACT,
  INSURANCE_POLICY,
  ...SETUP_OBJECTS,
  USER_ROLE,
  ...LICENCE_OBJECTS,
];
