/** The port to the terminal: where the program's output goes. */

export interface Terminal {
  /** To stdout: results and summaries, which may be read by another program. */
  out(text: string): void;
  /** To stderr: diagnostics and progress. */
  err(text: string): void;
  /** Whether stderr is a terminal in front of a person. */
  readonly interactive: boolean;
  /** Whether stdout is one. */
  readonly outInteractive: boolean;
  /** Characters in a line of it. */
  readonly columns: number;
}
