/** The port to the terminal: where the program's words go. */

export interface Terminal {
  /** To stdout: results that another program may read. */
  out(text: string): void;
  /** To stderr: everything said to a person. */
  err(text: string): void;
  /** Whether stderr is a terminal that a person looks at. */
  readonly interactive: boolean;
  /** Characters in a line of it. */
  readonly columns: number;
}
