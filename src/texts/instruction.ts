/** Version of the data-protection instruction: a station shows a page that says something new once more. */
export const instructionVersion = 1;

/** What a station remembers of it: that it was shown here, not to whom. */
export interface InstructionShown {
  readonly version: number;
  /** The machine's own day, YYYY-MM-DD. */
  readonly day: string;
}
