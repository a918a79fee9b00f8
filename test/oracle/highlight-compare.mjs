/**
 * Compares our lexers with Rouge's over real code.
 *
 *   node test/oracle/highlight-compare.mjs LANG FILE... [--show N] [--max BYTES]
 *
 * Prints the share of lines whose spans are the same, the first lines that differ, whether the text is kept, and both
 * speeds. Needs `ruby` with the gem rouge 3.30; a development tool, not a test.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const { lang, files, show, max } = readArguments(process.argv.slice(2));
const { createFinder, tokensOf } = await loadOurs();
const findLexer = createFinder();
const rouge = startRouge();

let lines = 0;
let same = 0;
let bytes = 0;
let ourSeconds = 0;
let rougeSeconds = 0;
let compared = 0;
let textKept = true;
const differences = [];

for (const file of files) {
  const code = readText(file);
  if (code === undefined || bytes + code.length > max) continue;
  const theirs = await rouge.ask({ lang, code });
  if (theirs.tokens === undefined) {
    console.log(`${file}: ${theirs.error ?? 'Rouge has no such lexer'}`);
    continue;
  }
  const lexer = findLexer(lang, code)?.lexer;
  if (lexer === undefined) throw new Error(`no lexer of ours for ${lang}`);
  const started = process.hrtime.bigint();
  const ours = tokensOf(lexer, code).flatMap(({ type, text }) => [type, text]);
  ourSeconds += Number(process.hrtime.bigint() - started) / 1e9;
  rougeSeconds += theirs.seconds;
  bytes += code.length;
  compared++;
  const [a, b] = [byLine(ours), byLine(theirs.tokens)];
  if (a.map(textOf).join('\n') !== b.map(textOf).join('\n')) {
    textKept = false;
    console.log(`${file}: the text differs`);
  }
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    lines++;
    if (JSON.stringify(a[i]) === JSON.stringify(b[i])) same++;
    else if (differences.length < show) differences.push({ file, line: i + 1, ours: a[i], rouge: b[i] });
  }
}
rouge.stop();

for (const { file, line, ours, rouge } of differences) {
  console.log(`${file}:${line}\n  ours  ${print(ours)}\n  rouge ${print(rouge)}`);
}
const share = lines === 0 ? 100 : (100 * same) / lines;
console.log(
  `${lang}: ${share.toFixed(3)} % of ${lines} lines in ${compared} files (${Math.round(bytes / 1000)} kB), ` +
    `text ${textKept ? 'kept' : 'CHANGED'}, ours ${speed(ourSeconds)}, Rouge ${speed(rougeSeconds)}, ` +
    `${(rougeSeconds / ourSeconds).toFixed(1)} times faster`,
);

function readArguments(args) {
  const rest = [];
  const found = { show: 5, max: 2_000_000 };
  for (let i = 0; i < args.length; i++) {
    if (args[i] === '--show') found.show = Number(args[++i]);
    else if (args[i] === '--max') found.max = Number(args[++i]);
    else rest.push(args[i]);
  }
  return { ...found, lang: rest[0], files: rest.slice(1) };
}

async function loadOurs() {
  const folder = mkdtempSync(join(tmpdir(), 'highlight-'));
  const outfile = join(folder, 'highlight.mjs');
  await build({
    stdin: {
      contents: `export * from './find-lexer.ts'; export * from './token-list.ts';`,
      resolveDir: join(here, '../../src/highlight'),
      loader: 'ts',
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile,
    logLevel: 'error',
  });
  const loaded = await import(pathToFileURL(outfile).href);
  rmSync(folder, { recursive: true });
  return loaded;
}

function startRouge() {
  const server = spawn('ruby', [join(here, 'highlight-server.rb')], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
  return {
    async ask(request) {
      server.stdin.write(`${JSON.stringify(request)}\n`);
      return JSON.parse((await answers.next()).value);
    },
    stop: () => server.stdin.end(),
  };
}

function readText(file) {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file));
    return text.replaceAll('\r\n', '\n');
  } catch {
    return undefined;
  }
}

/** Splits kind and text in turns into lines of [kind, text]. */
function byLine(tokens) {
  const result = [[]];
  for (let i = 0; i < tokens.length; i += 2) {
    tokens[i + 1].split('\n').forEach((part, index) => {
      if (index > 0) result.push([]);
      if (part !== '') result.at(-1).push([tokens[i], part]);
    });
  }
  return result;
}

function textOf(line) {
  return line.map(([, text]) => text).join('');
}

function print(line) {
  return line === undefined ? '(no line)' : line.map(([kind, text]) => `${kind}‹${text}›`).join(' ');
}

function speed(seconds) {
  return `${(bytes / 1e6 / seconds).toFixed(2)} MB/s`;
}
