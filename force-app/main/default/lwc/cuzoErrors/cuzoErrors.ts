import errorNext from '@salesforce/label/c.CuZo_Error_Next';
import errorTitle from '@salesforce/label/c.CuZo_Error_Title';
import type { Notice } from 'c/cuzoNotice';

/**
 * What a wire adapter or a call reports, as lines to read. Takes every shape that Lightning Data Service, GraphQL and
 * the browser give: text, Error, `{ body }` with one message, several or field errors, `{ message }`, `{ statusText }`,
 * and lists of these. The same line comes once.
 */
export function reduceErrors(error: unknown): readonly string[] {
  return [...new Set(messages(error))].filter((line) => line !== '');
}

/** The same for every component: what happened, what to do next, and the lines for the administrator. */
export function errorNotice(error: unknown): Notice {
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
