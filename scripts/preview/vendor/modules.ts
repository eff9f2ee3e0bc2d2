/**
 * Lightning modules that pages may use, and where they come from: `baseModules` from lightning-base-components;
 * `platformModules` exist only in an org, so `browser/platform` replaces them.
 */

/** Base components that most pages need; others are added when a deployed component uses them. */
export const baseModules: readonly string[] = [
  'accordion',
  'accordionSection',
  'alert',
  'badge',
  'button',
  'buttonGroup',
  'buttonIcon',
  'buttonIconStateful',
  'buttonMenu',
  'buttonStateful',
  'card',
  'checkboxGroup',
  'combobox',
  'configProvider',
  'confirm',
  'datatable',
  'dynamicIcon',
  'formattedAddress',
  'formattedDateTime',
  'formattedEmail',
  'formattedNumber',
  'formattedPhone',
  'formattedText',
  'formattedTime',
  'formattedUrl',
  'helptext',
  'icon',
  'input',
  'layout',
  'layoutItem',
  'menuItem',
  'modal',
  'modalBody',
  'modalFooter',
  'modalHeader',
  'pill',
  'pillContainer',
  'progressBar',
  'radioGroup',
  'relativeDateTime',
  'select',
  'spinner',
  'tab',
  'tabset',
  'textarea',
  'tile',
  'toast',
].map((name) => `lightning/${name}`);

/** Module specifier -> source file in `browser/platform`. */
export const PLATFORM_MODULES: Readonly<Record<string, string>> = {
  'lightning/graphql': 'graphql.ts',
  'lightning/uiRecordApi': 'uiRecordApi.ts',
  'lightning/uiObjectInfoApi': 'uiObjectInfoApi.ts',
  'lightning/navigation': 'navigation.ts',
  'lightning/platformShowToastEvent': 'showToastEvent.ts',
};
