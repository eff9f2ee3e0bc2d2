import { callOrg, objectInfo } from './uiApi.ts';
import { settled, wireAdapter } from './wireAdapter.ts';

type ApiName = string | { readonly objectApiName: string };
type FieldName = string | { readonly objectApiName: string; readonly fieldApiName: string };

/** lightning/uiObjectInfoApi `getObjectInfo`. */
export const getObjectInfo = wireAdapter<{ readonly objectApiName?: ApiName }>({
  ask: ({ objectApiName }) => {
    const name = typeof objectApiName === 'string' ? objectApiName : objectApiName?.objectApiName;
    return name === undefined ? undefined : settled(objectInfo(name));
  },
});

/** lightning/uiObjectInfoApi `getPicklistValues`: labels in the user's language. */
export const getPicklistValues = wireAdapter<{
  readonly recordTypeId?: string;
  readonly fieldApiName?: FieldName;
}>({
  ask: ({ recordTypeId, fieldApiName }) => {
    if (!recordTypeId || fieldApiName === undefined) return undefined;
    const [object = '', field = ''] =
      typeof fieldApiName === 'string'
        ? fieldApiName.split('.')
        : [fieldApiName.objectApiName, fieldApiName.fieldApiName];
    return settled(callOrg('GET', `/ui-api/object-info/${object}/picklist-values/${recordTypeId}/${field}`));
  },
});
