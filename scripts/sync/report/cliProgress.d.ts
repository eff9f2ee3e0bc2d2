/** The part of cli-progress that the job uses; the package has no types. */
declare module 'cli-progress' {
  export class SingleBar {
    constructor(options: {
      readonly format: string;
      readonly stream: NodeJS.WritableStream;
      readonly hideCursor: boolean;
      readonly clearOnComplete: boolean;
    });
    start(total: number, value: number, payload: Readonly<Record<string, string>>): void;
    update(value: number, payload?: Readonly<Record<string, string>>): void;
    stop(): void;
  }
}
