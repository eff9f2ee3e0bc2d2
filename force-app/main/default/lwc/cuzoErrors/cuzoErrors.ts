import errorNext from '@salesforce/label/c.CuZo_Error_Next';
import errorTitle from '@salesforce/label/c.CuZo_Error_Title';
import noAccess from '@salesforce/label/c.CuZo_No_Access';
import type { Notice } from 'c/cuzoNotice';

/**
 * The messages of an error, as lines without duplicates. Takes every form that Lightning Data Service, GraphQL and the
 * browser use: text, Error, `{ body }` with one message, several or field errors, `{ message }`, `{ statusText }`, and lists
 * of these.
 */
export function reduceErrors(error: unknown): readonly string[] {
  return [...new Set(messages(error))].filter((line) => line !== '');
}

/** The GraphQL API leaves out of a user's schema what the user has no access to, so a query for it fails validation. */
const NOT_IN_SCHEMA = 'FieldUndefined';

/** Missing access isn't a failure: only an administrator can change it, so it is shown as a quiet line. */
export const isNoAccess = (error: unknown): boolean =>
  reduceErrors(error).some((line) => line.includes(NOT_IN_SCHEMA));

/** The errors of a GraphQL result; null when there are none. An empty list next to data is no error. */
export function answerErrors(
  answer: { readonly errors?: readonly unknown[] | null | undefined } | undefined,
): readonly unknown[] | null {
  const errors = answer?.errors ?? [];
  return errors.length > 0 ? errors : null;
}

/** The same notice for every component: what happened, what to do next, and details for the administrator. */
export function errorNotice(error: unknown): Notice {
  if (isNoAccess(error)) return { kind: 'info', message: noAccess };
  return { kind: 'error', message: errorTitle, hint: errorNext, details: reduceErrors(error) };
}

function messages(error: unknown): readonly string[] {
  if (typeof error === 'string') return [error];
  if (Array.isArray(error)) return error.flatMap(messages);
  if (typeof error !== 'object' || error === null) return [];
  const { body, message, statusText } = error as Readonly<Record<string, unknown>>;
  if (body !== undefined) return bodyMessages(body);
  return [message, statusText].filter((text) => typeof text === 'string').slice(0, 1);
}

function bodyMessages(body: unknown): readonly string[] {
  const own = messages(body);
  const { output } = (body ?? {}) as { output?: { errors?: unknown; fieldErrors?: Record<string, unknown> } };
  return [...own, ...messages(output?.errors), ...messages(Object.values(output?.fieldErrors ?? {}))];
}
