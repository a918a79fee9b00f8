#!/usr/bin/env node
/**
 * Measures the sources with TypeScript's own parser: lines per folder, and of each file its imports, of each function its
 * lines and cyclomatic complexity, of each interface its optional members. `npm run size` prints the largest.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { SyntaxKind } from 'typescript/unstable/ast';
import { API } from 'typescript/unstable/sync';

/**
 * @typedef {object} Measured
 * @property {string} id the file and the name, with the names of what it lies in: `src/a.ts build.render`
 * @property {number} line where it begins
 * @property {number} value
 *
 * @typedef {object} Measures
 * @property {readonly Measured[]} lines of functions, from their first line to their last one
 * @property {readonly Measured[]} complexity of functions: one, and one more for each way that a condition, a loop, a case, a
 *   catch or a short circuit opens; functions inside of a function are measured by themselves
 * @property {readonly Measured[]} imports of files: how many other files they import
 * @property {readonly Measured[]} optional members of interfaces and object types
 */

const FUNCTIONS = new Set([
  SyntaxKind.FunctionDeclaration,
  SyntaxKind.FunctionExpression,
  SyntaxKind.ArrowFunction,
  SyntaxKind.MethodDeclaration,
  SyntaxKind.Constructor,
  SyntaxKind.GetAccessor,
  SyntaxKind.SetAccessor,
]);

const BRANCHES = new Set([
  SyntaxKind.IfStatement,
  SyntaxKind.ConditionalExpression,
  SyntaxKind.ForStatement,
  SyntaxKind.ForInStatement,
  SyntaxKind.ForOfStatement,
  SyntaxKind.WhileStatement,
  SyntaxKind.DoStatement,
  SyntaxKind.CaseClause,
  SyntaxKind.CatchClause,
  SyntaxKind.AmpersandAmpersandToken,
  SyntaxKind.BarBarToken,
  SyntaxKind.QuestionQuestionToken,
  SyntaxKind.AmpersandAmpersandEqualsToken,
  SyntaxKind.BarBarEqualsToken,
  SyntaxKind.QuestionQuestionEqualsToken,
]);

const NAMED_PARENTS = new Set([
  SyntaxKind.VariableDeclaration,
  SyntaxKind.PropertyAssignment,
  SyntaxKind.PropertyDeclaration,
  SyntaxKind.TypeAliasDeclaration,
]);

/**
 * @param {string} root the folder of the project, with its tsconfig.json
 * @param {(path: string) => boolean} isMeasured by the path from `root`
 * @returns {Measures}
 */
export function measureCode(root, isMeasured) {
  const api = new API({ cwd: root });
  try {
    const config = join(root, 'tsconfig.json');
    const [project] = api.updateSnapshot({ openProject: config }).getProjects();
    const measures = { lines: [], complexity: [], imports: [], optional: [] };
    for (const path of filesBelow(root, 'src').filter(isMeasured)) {
      const source = project.program.getSourceFile(join(root, path));
      if (source === undefined) throw new Error(`${path} is not part of the project`);
      measureFile(path, source, measures);
    }
    return measures;
  } finally {
    api.close();
  }
}

function measureFile(path, source, measures) {
  const lineOf = lineFinder(source.text);
  const files = new Set();
  /** Visits a node; gives the branches in it that belong to the function around it. */
  const visit = (node, names) => {
    const name = nameOf(node);
    const inner = name === undefined ? names : [...names, name];
    let branches = BRANCHES.has(node.kind) ? 1 : 0;
    let optional = 0;
    node.forEachChild((child) => {
      branches += visit(child, inner);
      if (child.questionToken !== undefined || child.postfixToken?.kind === SyntaxKind.QuestionToken)
        optional++;
    });
    const measured = (value) => ({
      id: inner.length === 0 ? path : `${path} ${inner.join('.')}`,
      line: lineOf(startOf(node, source.text)),
      value,
    });
    const isImport = node.kind === SyntaxKind.ImportDeclaration || node.kind === SyntaxKind.ExportDeclaration;
    const imported = isImport ? node.moduleSpecifier?.text : undefined;
    if (imported?.startsWith('.')) files.add(posix.join(posix.dirname(path), imported));
    if (node.kind === SyntaxKind.InterfaceDeclaration || node.kind === SyntaxKind.TypeLiteral)
      measures.optional.push(measured(optional));
    if (!FUNCTIONS.has(node.kind)) return branches;
    if (node.body !== undefined) {
      const { line } = measured(0);
      measures.lines.push(measured(lineOf(node.end) - line + 1));
      measures.complexity.push(measured(1 + branches));
    }
    return 0;
  };
  visit(source, []);
  measures.imports.push({ id: path, line: 1, value: files.size });
}

/** What a node adds to the name of what is in it. */
function nameOf(node) {
  if (node.kind === SyntaxKind.Constructor) return 'constructor';
  const isNamed =
    NAMED_PARENTS.has(node.kind) ||
    node.kind === SyntaxKind.InterfaceDeclaration ||
    node.kind === SyntaxKind.ClassDeclaration;
  if (isNamed) return node.name?.text;
  if (!FUNCTIONS.has(node.kind)) return undefined;
  return node.name?.text ?? (NAMED_PARENTS.has(node.parent.kind) ? undefined : '(callback)');
}

/** A node's range begins with the comments and spaces in front of it. */
function startOf(node, text) {
  const [gap] = /^(?:\s+|\/\/.*|\/\*[\s\S]*?\*\/)*/.exec(text.slice(node.pos, node.end)) ?? [''];
  return node.pos + gap.length;
}

function lineFinder(text) {
  const ends = [...text.matchAll(/\n/g)].map(({ index }) => index);
  return (at) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ends[middle] < at) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

/** The TypeScript files of a folder and below, sorted. */
export function filesBelow(root, folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) =>
      `${entry.parentPath.slice(root.length).replaceAll('\\', '/')}/${entry.name}`.replace(/^\/+/, ''),
    )
    .sort();
}

/** How many lines the files of each folder have, those of its folders included, as far as two levels below `src`. */
function linesPerFolder(root) {
  const folders = new Map();
  for (const path of filesBelow(root, 'src')) {
    const lines = readFileSync(join(root, path), 'utf8').split('\n').length - 1;
    const parts = path.split('/').slice(0, -1);
    for (let depth = 1; depth <= Math.min(3, parts.length); depth++) {
      const folder = parts.slice(0, depth).join('/');
      const { files, sum } = folders.get(folder) ?? { files: 0, sum: 0 };
      folders.set(folder, { files: files + 1, sum: sum + lines });
    }
  }
  return [...folders].sort(([a], [b]) => (a < b ? -1 : 1));
}

function main() {
  const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
  const [only = ''] = process.argv.slice(2);
  console.log('lines  files  folder');
  for (const [folder, { files, sum }] of linesPerFolder(root))
    console.log(`${String(sum).padStart(5)}  ${String(files).padStart(5)}  ${folder}`);
  const measures = measureCode(root, (path) => path.startsWith(`src/${only}`));
  for (const [what, measured] of Object.entries(measures)) {
    console.log(`\n${what === 'optional' ? 'optional members' : what}`);
    const largest = [...measured].sort((a, b) => b.value - a.value).slice(0, 20);
    for (const { id, line, value } of largest) {
      const [file, name = ''] = id.split(' ');
      console.log(`${String(value).padStart(5)}  ${file}:${line} ${name}`);
    }
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) main();
