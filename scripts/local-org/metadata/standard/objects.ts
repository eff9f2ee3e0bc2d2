import { account } from './account.ts';
import { contact } from './contact.ts';
import type { StandardObject } from './field.ts';
import { insurancePolicy } from './insurancePolicy.ts';
import { setupObjects } from './setup.ts';

/** The objects that every org has. What is not in this list doesn't exist. */
export const STANDARD_OBJECTS: readonly StandardObject[] = [
  account,
  contact,
  insurancePolicy,
  ...setupObjects,
];
