/** `forloop` and `tablerowloop`: the state of a loop. */

import { Drop, type Value } from '../../../ruby/values.ts';

/** What a loop reports to: it records the includes that are open. */
export interface LoopRecorder {
  /** The innermost include that is recorded. */
  readonly frame: object | undefined;
  /** An object that changes, made in this include, was read. */
  touch(madeIn: object | undefined): void;
  /** The open includes can't be reused. */
  forbidReuse(): void;
}

/** What both have in common. */
export abstract class LoopDrop extends Drop {
  readonly length: number;
  index = 0;
  protected readonly recorder: LoopRecorder;
  /** The include that the loop stands in, where that is recorded. */
  readonly madeIn: object | undefined;

  constructor(length: number, recorder: LoopRecorder) {
    super();
    this.length = length;
    this.recorder = recorder;
    this.madeIn = recorder.frame;
  }

  override get(key: string): Value {
    // the value changes with each iteration
    this.recorder.touch(this.madeIn);
    return this.field(key);
  }

  protected field(key: string): Value {
    switch (key) {
      case 'index':
        return this.index + 1;
      case 'index0':
        return this.index;
      case 'rindex':
        return this.length - this.index;
      case 'rindex0':
        return this.length - this.index - 1;
      case 'first':
        return this.index === 0;
      case 'last':
        return this.index === this.length - 1;
      case 'length':
        return this.length;
      default:
        return undefined;
    }
  }

  override json(): undefined {
    return undefined;
  }
}

export class ForloopDrop extends LoopDrop {
  readonly name: string;
  readonly parent: ForloopDrop | undefined;

  constructor(name: string, length: number, parent: ForloopDrop | undefined, recorder: LoopRecorder) {
    super(length, recorder);
    this.name = name;
    this.parent = parent;
  }

  protected override field(key: string): Value {
    switch (key) {
      case 'name':
        return this.name;
      case 'parentloop':
        this.recorder.forbidReuse();
        return this.parent ?? null;
      default:
        return super.field(key);
    }
  }

  override print(): string {
    return 'Liquid::ForloopDrop';
  }
}

export class TablerowloopDrop extends LoopDrop {
  readonly columns: number;
  row = 1;
  column = 1;

  constructor(length: number, columns: number, recorder: LoopRecorder) {
    super(length, recorder);
    this.columns = columns;
  }

  next(): void {
    this.index++;
    if (this.column === this.columns) {
      this.column = 1;
      this.row++;
    } else this.column++;
  }

  protected override field(key: string): Value {
    switch (key) {
      case 'col':
        return this.column;
      case 'col0':
        return this.column - 1;
      case 'col_first':
        return this.column === 1;
      case 'col_last':
        return this.column === this.columns;
      case 'row':
        return this.row;
      default:
        return super.field(key);
    }
  }

  override print(): string {
    return 'Liquid::TablerowloopDrop';
  }
}
