/**
 * What Lightning provides to components and `@salesforce/lightning-types` doesn't declare, from the LWC developer guide
 * (reference pages of each module). Fields, labels and permissions are in generated/lwc.d.ts.
 */

declare module '@salesforce/schema' {
  /** A field import. `value` exists only for the compiler: it carries the type of the field's value. */
  export interface SchemaField<ObjectName extends string = string, Value = unknown> {
    readonly objectApiName: ObjectName;
    readonly fieldApiName: string;
    readonly value?: Value;
  }
  export interface SchemaObject<ObjectName extends string = string> {
    readonly objectApiName: ObjectName;
  }
}

declare module 'lightning/uiRecordApi' {
  import type { SchemaField } from '@salesforce/schema';
  import type { WireAdapterConstructor } from 'lwc';

  export interface FieldData {
    readonly value: unknown;
    readonly displayValue: string | null;
  }
  export interface RecordData {
    readonly apiName: string;
    readonly id: string;
    readonly fields: Readonly<Record<string, FieldData>>;
    readonly recordTypeInfo?: { readonly name: string; readonly recordTypeId: string } | null;
  }
  /** What an adapter emits: nothing yet, data, or an error. */
  export interface WireResult<Data> {
    readonly data?: Data | undefined;
    readonly error?: unknown;
  }
  type FieldReference = SchemaField | string;
  export interface GetRecordConfig {
    recordId: string | undefined;
    fields?: readonly FieldReference[] | undefined;
    optionalFields?: readonly FieldReference[] | undefined;
  }
  export const getRecord: WireAdapterConstructor<GetRecordConfig, WireResult<RecordData>>;
  /** null: the field is empty. undefined: it isn't in the record, which for an optional field means no access. */
  export function getFieldValue<Value>(
    record: RecordData | undefined,
    field: SchemaField<string, Value>,
  ): Value | null | undefined;
  export function getFieldValue(record: RecordData | undefined, field: string): unknown;
  export function getFieldDisplayValue(
    record: RecordData | undefined,
    field: FieldReference,
  ): string | null | undefined;
  export function notifyRecordUpdateAvailable(records: readonly { recordId: string }[]): Promise<void>;
}

declare module 'lightning/graphql' {
  import type { WireAdapterConstructor } from 'lwc';

  /** A parsed query: opaque to components. */
  export interface GraphqlDocument {
    readonly kind?: 'Document';
  }
  export interface GraphqlConfig {
    query: GraphqlDocument | undefined;
    variables?: Readonly<Record<string, unknown>> | undefined;
    operationName?: string | undefined;
  }
  export interface GraphqlResult<Data = unknown> {
    readonly data?: Data | undefined;
    readonly errors?: readonly { readonly message: string }[] | undefined;
    readonly refresh?: () => Promise<void>;
  }
  export const graphql: WireAdapterConstructor<GraphqlConfig, GraphqlResult>;
  export function gql(text: TemplateStringsArray, ...parts: readonly string[]): GraphqlDocument;
}

declare module 'lightning/refresh' {
  /** Asks the view that the component is in to read its data anew. */
  export class RefreshEvent extends CustomEvent<unknown> {
    constructor();
  }
}

declare module 'lightning/navigation' {
  import type { LightningElement, WireAdapterConstructor } from 'lwc';

  export interface PageReference {
    type: string;
    attributes?: Readonly<Record<string, unknown>>;
    state?: Readonly<Record<string, unknown>>;
  }
  /** The page that is open; null until it is known. Its `state` has what a link added: only names with a prefix, as `c__`. */
  export const CurrentPageReference: WireAdapterConstructor<Record<string, never>, PageReference | null>;
  export const NavigationMixin: {
    (
      base: typeof LightningElement,
    ): Omit<typeof LightningElement, 'prototype'> & (new () => LightningElement & Navigable);
    readonly Navigate: unique symbol;
    readonly GenerateUrl: unique symbol;
  };
  interface Navigable {
    [NavigationMixin.Navigate](page: PageReference, replace?: boolean): void;
    [NavigationMixin.GenerateUrl](page: PageReference): Promise<string>;
  }
}

declare module 'lightning/platformShowToastEvent' {
  export class ShowToastEvent extends CustomEvent<unknown> {
    constructor(toast: {
      title: string;
      message?: string;
      variant?: 'info' | 'success' | 'warning' | 'error';
      mode?: 'dismissible' | 'pester' | 'sticky';
    });
  }
}

declare module '@salesforce/i18n/lang' {
  /** Language of the texts, as a BCP 47 tag: `nl-NL`, `fr`. */
  const lang: string;
  export default lang;
}
declare module '@salesforce/i18n/locale' {
  /** The user's formats, as a BCP 47 tag: `nl-BE`. */
  const locale: string;
  export default locale;
}
declare module '@salesforce/i18n/timeZone' {
  /** IANA name: `Europe/Brussels`. */
  const timeZone: string;
  export default timeZone;
}
