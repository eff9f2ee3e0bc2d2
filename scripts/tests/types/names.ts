/** Checked by `npm run types` only: each directive is an error when the line under it compiles. */
import ONBOARDED from '@salesforce/schema/Account.CuZo_MyPV_Onboarded__c';
import VISIBILITY from '@salesforce/schema/InsurancePolicy.CuZo_Visibility__c';
import { getFieldValue } from 'lightning/uiRecordApi';
import type { FieldName, FieldPath, ObjectName, SObject } from '../../schema/generated/objects.ts';

// @ts-expect-error no such field of ours
import type Misspelt from '@salesforce/schema/Account.CuZo_MyPV_Onborded__c';
// @ts-expect-error a field of Connect 360: other orgs name it otherwise
import type Foreign from '@salesforce/schema/Account.Customer_Number__c';
// @ts-expect-error no such object
import type NoObject from '@salesforce/schema/CuZo_Portals__c';
// @ts-expect-error no such label
import type NoLabel from '@salesforce/label/c.CuZo_No_Such_Label';
// @ts-expect-error no such permission
import type NoPermission from '@salesforce/customPermission/CuZo_Viewer';
// @ts-expect-error no such component
import type NoComponent from 'c/cuzoNothing';
export type { Foreign, Misspelt, NoComponent, NoLabel, NoObject, NoPermission };

export const field: FieldName<'Account'> = 'CuZo_MyPV_Onboarded__c';
export const connect360Field: FieldName<'Account'> = 'Customer_Number__c';
export const path: FieldPath<'InsurancePolicy'> = 'NameInsured.Customer_Number__c';
export const record: SObject<'InsurancePolicy'> = { Name: '111000171363', CuZo_Visibility__c: 'Shown' };

// @ts-expect-error no such field
export const noField: FieldName<'Account'> = 'CuZo_MyPV_Onborded__c';
// @ts-expect-error a field of the other object
export const othersField: FieldName<'InsurancePolicy'> = 'CuZo_MyPV_Onboarded__c';
// @ts-expect-error no such field of the parent
export const noPath: FieldPath<'InsurancePolicy'> = 'NameInsured.Customer_Nr__c';
// @ts-expect-error no such object
export const noObject: ObjectName = 'CuZo_Portals__c';
// @ts-expect-error not a value of the restricted picklist
export const noValue: SObject<'InsurancePolicy'> = { CuZo_Visibility__c: 'Visible' };
// @ts-expect-error a checkbox is never text
export const noText: SObject<'Account'> = { CuZo_MyPV_Onboarded__c: 'true' };

export const registered: boolean | null | undefined = getFieldValue(undefined, ONBOARDED);
// @ts-expect-error the field's type comes with its import
export const notADate: string | null | undefined = getFieldValue(undefined, ONBOARDED);
export const shown: 'Shown' | 'Hidden' | null | undefined = getFieldValue(undefined, VISIBILITY);
