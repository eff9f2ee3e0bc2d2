/** A run of the job's script, as it is sent to a host. */
export interface HostedRun {
  /** The job's arguments. */
  readonly args: readonly string[];
  /** All of its environment. */
  readonly env: Readonly<Record<string, string>>;
}

/** The line with the exit code that a host writes after a run, on standard output and error. */
export const endOfRun = (code: number): string => `\0end of run ${code}\0\n`;
export const END_OF_RUN = /\0end of run (\d+)\0\n$/;
