/** Blocks that deeper indentation makes, as Haml, Slim and Sass have them. */

export class Indentation {
  private block: { readonly state: string; readonly indentation: string } | undefined;
  private last = '';

  /** The deeper lines that follow are in this state. */
  startBlock(state: string): void {
    this.block = { state, indentation: this.last };
  }

  /** The state of a line that is indented so; a line that is not deeper ends the block. */
  stateOf(indentation: string): string {
    this.last = indentation;
    const { block } = this;
    if (block && indentation.startsWith(block.indentation) && indentation !== block.indentation) {
      return block.state;
    }
    this.block = undefined;
    return 'content';
  }
}
