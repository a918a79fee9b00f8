/** `forloop` and `tablerowloop`: where a loop is. */

import { Drop, type Value } from '../base/ruby/values.ts';

/** What both loops tell. */
abstract class LoopDrop extends Drop {
  readonly length: number;
  index = 0;

  constructor(length: number) {
    super();
    this.length = length;
  }

  override get(key: string): Value {
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

  constructor(name: string, length: number, parent: ForloopDrop | undefined) {
    super(length);
    this.name = name;
    this.parent = parent;
  }

  override get(key: string): Value {
    switch (key) {
      case 'name':
        return this.name;
      case 'parentloop':
        return this.parent ?? null;
      default:
        return super.get(key);
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

  constructor(length: number, columns: number) {
    super(length);
    this.columns = columns;
  }

  next(): void {
    this.index++;
    if (this.column === this.columns) {
      this.column = 1;
      this.row++;
    } else this.column++;
  }

  override get(key: string): Value {
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
        return super.get(key);
    }
  }

  override print(): string {
    return 'Liquid::TablerowloopDrop';
  }
}
