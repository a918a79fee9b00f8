// Makes one declaration file of all those that a door of the package leads to: what is reached from its exports, each
// declaration once. What the compiler writes is regular enough for that: named imports, declarations, named exports.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseAst } from 'rolldown/parseAst';

/** @param entry the path of the door's own `.d.ts`, as the compiler wrote it */
export function rollUpTypes(entry) {
  const modules = new Map();
  const moduleAt = (path) => {
    let found = modules.get(path);
    if (found === undefined) modules.set(path, (found = readModule(path)));
    return found;
  };
  const bundle = { moduleAt, names: new Map(), taken: new Set(), outside: new Map(), queue: [] };
  const exported = [...moduleAt(entry).exports.keys()].map((name) => {
    const own = nameOf(bundle, find(bundle, entry, name, true));
    return own === name ? name : `${own} as ${name}`;
  });
  const texts = [];
  for (let next = bundle.queue.shift(); next !== undefined; next = bundle.queue.shift())
    texts.push(print(bundle, next));
  const imports = Array.from(bundle.outside.values(), ({ text }) => text);
  return `${[...imports, ...texts].join('\n')}\nexport { ${exported.join(', ')} };\n`;
}

/** The names that a `.d.ts` of the compiler's exports, in its order. */
export function exportedNames(entry) {
  return [...readModule(entry).exports.keys()];
}

/** Declarations by their names, and where the names come from that a module takes from others. */
function readModule(path) {
  const text = readFileSync(path, 'utf8');
  const module = { path, text, own: new Map(), imports: new Map(), exports: new Map() };
  let end = 0;
  for (const statement of parseAst(text, { lang: 'dts' }).body) {
    const comment = text.slice(end, statement.start).match(/\/\*\*(?:(?!\*\/)[\s\S])*\*\/\s*$/)?.[0] ?? '';
    end = statement.end;
    readStatement(module, statement, comment);
  }
  return module;
}

function readStatement(module, statement, comment) {
  const { own, imports, exports } = module;
  const from = statement.source?.value;
  if (statement.type === 'ImportDeclaration') {
    for (const { type, local, imported } of statement.specifiers)
      imports.set(local.name, {
        from,
        name: type === 'ImportNamespaceSpecifier' ? '*' : (imported?.name ?? 'default'),
      });
  } else if (statement.type === 'ExportNamedDeclaration' && statement.declaration === null) {
    for (const { local, exported } of statement.specifiers)
      exports.set(exported.name, { from, name: local.name });
  } else {
    const isExport = statement.type === 'ExportNamedDeclaration';
    const node = isExport ? statement.declaration : statement;
    const declared = node.type === 'VariableDeclaration' ? node.declarations.map(({ id }) => id) : [node.id];
    for (const id of declared) {
      if (id?.type !== 'Identifier')
        throw new Error(`${module.path}: a ${statement.type} can't be rolled up`);
      // overloads of a function are several declarations of one name
      own.set(id.name, [...(own.get(id.name) ?? []), { node, comment }]);
      if (isExport) exports.set(id.name, { name: id.name });
    }
  }
}

/** The declaration behind a name of a module, in whichever module it is; `{ from, name }` for one of another package. */
function find(bundle, path, name, isExport = false) {
  const module = bundle.moduleAt(path);
  const way = (isExport ? module.exports.get(name) : undefined) ?? { name };
  const step = way.from === undefined && !module.own.has(way.name) ? module.imports.get(way.name) : way;
  if (step === undefined) return undefined;
  if (step.from === undefined) return { path, name: step.name };
  if (!step.from.startsWith('.')) return step;
  return find(bundle, pathOf(path, step.from), step.name, true);
}

function pathOf(importer, specifier) {
  return join(dirname(importer), specifier.replace(/\.ts$/, '.d.ts'));
}

/** What a declaration is called in the file; asks for it to be printed when it is first met. */
function nameOf(bundle, target) {
  const key = `${target.path ?? target.from}\0${target.name}`;
  let name = bundle.names.get(key);
  if (name !== undefined) return name;
  name = target.name === '*' || target.name === 'default' ? target.from.replace(/\W/g, '_') : target.name;
  for (let count = 2; bundle.taken.has(name); count++) name = `${target.name}$${count}`;
  bundle.taken.add(name);
  bundle.names.set(key, name);
  if (target.path === undefined) bundle.outside.set(key, { text: importOf(target, name) });
  else bundle.queue.push(target);
  return name;
}

function importOf({ from, name }, local) {
  if (name === '*') return `import type * as ${local} from '${from}';`;
  return `import type { ${name === local ? name : `${name} as ${local}`} } from '${from}';`;
}

function print(bundle, { path, name }) {
  const module = bundle.moduleAt(path);
  return module.own
    .get(name)
    .map(({ node, comment }) => {
      const edits = [];
      collectEdits(bundle, module, node, edits);
      let text = '';
      let at = node.start;
      for (const { start, end, name: own } of edits.sort((a, b) => a.start - b.start)) {
        text += module.text.slice(at, start) + own;
        at = end;
      }
      text += module.text.slice(at, node.end);
      const needsDeclare = !/^TS(?:Interface|TypeAlias)/.test(node.type) && !text.startsWith('declare ');
      return `${comment}${needsDeclare ? 'declare ' : ''}${text}`;
    })
    .join('\n');
}

/** Every place where a declaration names itself or another one. */
function collectEdits(bundle, module, node, edits) {
  const rename = (identifier) => {
    const target = find(bundle, module.path, identifier.name);
    if (target !== undefined)
      edits.push({
        start: identifier.start,
        end: identifier.start + identifier.name.length,
        name: nameOf(bundle, target),
      });
  };
  const visit = (each, parent, key) => {
    if (Array.isArray(each)) for (const item of each) visit(item, parent, key);
    else if (each === null || typeof each !== 'object' || typeof each.type !== 'string') return;
    else if (each.type === 'TSImportType') {
      const target = find(bundle, pathOf(module.path, each.source.value), each.qualifier.name, true);
      edits.push({ start: each.start, end: each.qualifier.end, name: nameOf(bundle, target) });
      visit(each.typeArguments, each, 'typeArguments');
    } else {
      if (each.type === 'Identifier' && isReference(parent, key)) rename(each);
      for (const [name, child] of Object.entries(each)) visit(child, each, name);
    }
  };
  visit(node, undefined, undefined);
}

/** Names of members, parameters and type parameters are nobody else's. */
function isReference(parent, key) {
  switch (parent?.type) {
    case 'TSTypeReference':
      return key === 'typeName';
    case 'TSTypeQuery':
      return key === 'exprName';
    case 'TSQualifiedName':
      return key === 'left';
    case 'MemberExpression':
      return key === 'object';
    case 'TSInterfaceHeritage':
    case 'TSClassImplements':
      return key === 'expression';
    case 'ClassDeclaration':
      return key === 'id' || key === 'superClass';
    case 'VariableDeclarator':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
    case 'TSEnumDeclaration':
    case 'TSDeclareFunction':
    case 'FunctionDeclaration':
      return key === 'id';
    default:
      return parent?.computed === true && key === 'key';
  }
}
