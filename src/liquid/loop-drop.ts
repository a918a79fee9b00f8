/** `forloop` and `tablerowloop`: where a loop is. */

import { Drop, type Value } from '../base/ruby/values.ts';

export class ForloopDrop extends Drop {
  readonly name: string;
  readonly length: number;
  readonly parent: ForloopDrop | undefined;
  index = 0;

  constructor(name: string, length: number, parent: ForloopDrop | undefined) {
    super();
    this.name = name;
    this.length = length;
    this.parent = parent;
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
      case 'name':
        return this.name;
      case 'parentloop':
        return this.parent ?? null;
      default:
        return undefined;
    }
  }

  override print(): string {
    return 'Liquid::ForloopDrop';
  }

  override json(): undefined {
    return undefined;
  }
}

export class TablerowloopDrop extends Drop {
  readonly length: number;
  readonly columns: number;
  index = 0;
  row = 1;
  column = 1;

  constructor(length: number, columns: number) {
    super();
    this.length = length;
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
        return undefined;
    }
  }

  override print(): string {
    return 'Liquid::TablerowloopDrop';
  }

  override json(): undefined {
    return undefined;
  }
}
