import {
  address,
  field,
  lookup,
  ownerField,
  recordTypeField,
  type StandardObject,
} from '../../schema/field.ts';

const NAME = { compoundFieldName: 'Name', permissionable: false } as const;

/** Contact. Object Reference, "Contact". */
export const CONTACT: StandardObject = {
  name: 'Contact',
  label: 'Contact',
  labelPlural: 'Contacts',
  keyPrefix: '003',
  fields: [
    lookup('MasterRecordId', 'Master Record ID', 'Contact', {
      readOnly: true,
      permissionable: false,
      relationshipName: 'MasterRecord',
    }),
    lookup('AccountId', 'Account ID', 'Account', {
      childRelationshipName: 'Contacts',
      onParentDelete: 'cascade',
    }),
    field('IsPersonAccount', 'Is Person Account', 'boolean', { readOnly: true, permissionable: false }),
    field('LastName', 'Last Name', 'string', { length: 80, required: true, ...NAME }),
    field('FirstName', 'First Name', 'string', { length: 40, ...NAME }),
    field('Salutation', 'Salutation', 'picklist', {
      length: 40,
      values: ['Mr.', 'Ms.', 'Mrs.', 'Dr.', 'Prof.', 'Mx.'],
      ...NAME,
    }),
    field('Name', 'Full Name', 'string', {
      length: 121,
      readOnly: true,
      permissionable: false,
      nameField: true,
      nillable: false,
    }),
    recordTypeField,
    ...address('Other', 'Other'),
    ...address('Mailing', 'Mailing'),
    field('Phone', 'Business Phone', 'phone'),
    field('Fax', 'Business Fax', 'phone'),
    field('MobilePhone', 'Mobile Phone', 'phone'),
    field('HomePhone', 'Home Phone', 'phone'),
    field('OtherPhone', 'Other Phone', 'phone'),
    field('AssistantPhone', 'Asst. Phone', 'phone'),
    lookup('ReportsToId', 'Reports To ID', 'Contact', { relationshipName: 'ReportsTo' }),
    field('Email', 'Email', 'email', { idLookup: true }),
    field('Title', 'Title', 'string', { length: 128 }),
    field('Department', 'Department', 'string', { length: 80 }),
    field('AssistantName', "Assistant's Name", 'string', { length: 40 }),
    field('LeadSource', 'Lead Source', 'picklist', {
      values: ['Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List', 'Other'],
    }),
    field('Birthdate', 'Birthdate', 'date'),
    field('Description', 'Contact Description', 'textarea'),
    ownerField,
    field('HasOptedOutOfEmail', 'Email Opt Out', 'boolean'),
    field('HasOptedOutOfFax', 'Fax Opt Out', 'boolean'),
    field('DoNotCall', 'Do Not Call', 'boolean'),
    field('LastActivityDate', 'Last Activity', 'date', { readOnly: true, permissionable: false }),
    field('LastViewedDate', 'Last Viewed Date', 'datetime', { readOnly: true, permissionable: false }),
    field('LastReferencedDate', 'Last Referenced Date', 'datetime', {
      readOnly: true,
      permissionable: false,
    }),
    field('EmailBouncedReason', 'Email Bounced Reason', 'string'),
    field('EmailBouncedDate', 'Email Bounced Date', 'datetime'),
  ],
};

/** Contact fields that a person account has under the same name; the others get the prefix Person. */
export const SAME_NAME_ON_PERSON = new Set(['FirstName', 'LastName', 'Salutation']);

/** Contact fields that a person account has as `Person...`. Object Reference, "Account", Person Account fields. */
export const ON_PERSON = new Set([
  ...SAME_NAME_ON_PERSON,
  ...['Other', 'Mailing'].flatMap((prefix) => address(prefix, prefix).map((part) => part.name)),
  'MobilePhone',
  'HomePhone',
  'OtherPhone',
  'AssistantPhone',
  'Email',
  'Title',
  'Department',
  'AssistantName',
  'LeadSource',
  'Birthdate',
  'HasOptedOutOfEmail',
  'HasOptedOutOfFax',
  'DoNotCall',
  'EmailBouncedReason',
  'EmailBouncedDate',
]);
