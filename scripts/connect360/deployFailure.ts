import { z } from 'zod';

const failure = z.object({
  fullName: z.string().optional(),
  componentType: z.string().nullish(),
  problem: z.string().nullish(),
  lineNumber: z.union([z.string(), z.number()]).nullish(),
});
const failures = z.union([z.array(failure), failure.transform((one) => [one])]);
const answer = z.object({
  message: z.string().optional(),
  result: z.object({ details: z.object({ componentFailures: failures.optional() }).optional() }).optional(),
});

/** Why the CLI's answer says that a deploy failed, a line each: what component, and what is wrong with it. */
export function deployFailure(json: unknown): readonly string[] {
  const { data } = answer.safeParse(json);
  const lines = (data?.result?.details?.componentFailures ?? []).map(
    ({ componentType, fullName = '', problem, lineNumber }) =>
      `${[componentType, fullName].filter(Boolean).join(' ')}${lineNumber ? `, line ${lineNumber}` : ''}: ${problem ?? 'refused'}`,
  );
  return lines.length > 0 ? lines : [data?.message ?? 'The Salesforce CLI gave no reason.'];
}
