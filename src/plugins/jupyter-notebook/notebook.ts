/** A notebook of Jupyter (nbformat 3 and 4) as data. */

export interface Notebook {
  /** The name of its language, for highlighting: `python`. */
  readonly language: string;
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly kind: 'code' | 'markdown' | 'raw';
  readonly source: string;
  /** Undefined for a cell that was not run. */
  readonly count: number | undefined;
  readonly outputs: readonly CellOutput[];
}

export interface CellOutput {
  readonly kind: 'stream' | 'result' | 'display' | 'error';
  readonly count: number | undefined;
  /** Texts by MIME type; what a stream or an error prints is `text/plain`. */
  readonly data: ReadonlyMap<string, string>;
  /** `stdout` or `stderr`. */
  readonly stream: string;
}

type Json = Readonly<Record<string, unknown>>;

/** Undefined where the text is not a notebook. */
export function readNotebook(text: string): Notebook | undefined {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isJson(root)) return undefined;
  const sheets = listOf(root.worksheets).flatMap((sheet) => (isJson(sheet) ? listOf(sheet.cells) : []));
  const cells = Array.isArray(root.cells) ? root.cells : sheets;
  if (!Array.isArray(root.cells) && !Array.isArray(root.worksheets)) return undefined;
  const { language_info: info, kernelspec: kernel } = hashOf(root.metadata);
  return {
    language: String(hashOf(info).name ?? hashOf(kernel).language ?? 'python').toLowerCase(),
    cells: cells.filter(isJson).map(readCell),
  };
}

function readCell(cell: Json): Cell {
  const { cell_type: type, level, execution_count: count, prompt_number: prompt } = cell;
  const text = textOf(cell.source ?? cell.input);
  return {
    kind: type === 'code' ? 'code' : type === 'markdown' || type === 'heading' ? 'markdown' : 'raw',
    source: type === 'heading' ? `${'#'.repeat(numberOf(level) ?? 1)} ${text}` : text,
    count: numberOf(count) ?? numberOf(prompt),
    outputs: type === 'code' ? listOf(cell.outputs).filter(isJson).map(readOutput) : [],
  };
}

const KINDS: Readonly<Record<string, CellOutput['kind']>> = {
  stream: 'stream',
  execute_result: 'result',
  pyout: 'result',
  display_data: 'display',
  error: 'error',
  pyerr: 'error',
};

/** What version 3 calls the MIME types, as keys of the output itself. */
const OLD_TYPES: Readonly<Record<string, string>> = {
  text: 'text/plain',
  html: 'text/html',
  latex: 'text/latex',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpeg: 'image/jpeg',
};

function readOutput(output: Json): CellOutput {
  const kind = KINDS[String(output.output_type)] ?? 'display';
  const data = new Map<string, string>();
  for (const [type, value] of Object.entries(hashOf(output.data))) data.set(type, textOf(value));
  for (const [key, type] of Object.entries(OLD_TYPES))
    if (output[key] !== undefined) data.set(type, textOf(output[key]));
  if (kind === 'error') data.set('text/plain', listOf(output.traceback).map(String).join('\n'));
  return {
    kind,
    count: numberOf(output.execution_count) ?? numberOf(output.prompt_number),
    data,
    stream: String(output.name ?? output.stream ?? 'stdout'),
  };
}

/** Texts are lists of lines, or one string. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join('');
  return typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hashOf(value: unknown): Json {
  return isJson(value) ? value : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
