import { model } from './model.ts';

/** The value of an `@salesforce/<scope>/<name>` import for this page's user; compiled components read it when they load. */
function value(scope: string, name: string): unknown {
  switch (scope) {
    case 'label':
      return model.labels[name] ?? `[${name}]`;
    case 'i18n':
      return model.i18n[name];
    case 'client':
      return name === 'formFactor' ? model.formFactor : undefined;
    case 'user':
      return name === 'Id' ? model.user.id : false;
    case 'customPermission':
      // A permission the user lacks is undefined, not false (LWC guide, "Check Permissions").
      return model.customPermissions.includes(name) ? true : undefined;
    default:
      return undefined;
  }
}

/** A word of the base components in the page's language; `own` is the English one of their package. */
function baseText(name: string, own: string): string {
  return model.baseTexts[name] ?? own;
}

Object.assign(globalThis, { lightningPlatform: { value, baseText } });
