/** Reads what a module of a plugin exports: a plugin, several, or a function that is given our tools and makes them. */

import { loadMessages } from '../../diagnostics/catalogue/site/plugin-load.ts';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { Plugin } from '../api/plugin.ts';
import { PRIORITIES } from './priorities.ts';
import { toolbox } from './toolbox.ts';

/** The parts of a plugin, with the type of each. */
const PARTS: Readonly<Record<keyof Plugin, 'string' | 'boolean' | 'object' | 'function'>> = {
  name: 'string',
  aliases: 'object',
  rubyFiles: 'object',
  setting: 'string',
  settings: 'object',
  priority: 'string',
  isPure: 'boolean',
  configure: 'function',
  load: 'function',
  createState: 'function',
  prefetch: 'function',
  postInit: 'function',
  generate: 'function',
  liquid: 'object',
  transform: 'function',
  converters: 'object',
};

/** @param file what messages call the module */
export function pluginsIn(
  exports: unknown,
  file: string,
  report: (diagnostic: Diagnostic) => void,
): readonly Plugin[] {
  const exported = isObject(exports) && 'default' in exports ? exports.default : exports;
  // a CommonJS module that was compiled from a module has the default of a default
  const inner = isObject(exported) && 'default' in exported ? exported.default : exported;
  const made: unknown = typeof inner === 'function' ? inner(toolbox) : inner;
  return (Array.isArray(made) ? made : [made]).flatMap((value: unknown) => {
    const plugin = toPlugin(value, file, report);
    return plugin === undefined ? [] : [plugin];
  });
}

function toPlugin(
  value: unknown,
  file: string,
  report: (diagnostic: Diagnostic) => void,
): Plugin | undefined {
  if (!isObject(value)) {
    report(
      diagnose(loadMessages.noPlugin, { file, found: value === undefined ? 'nothing' : `a ${typeof value}` }),
    );
    return undefined;
  }
  const keys = Object.keys(PARTS);
  for (const key of Object.keys(value))
    if (!Object.hasOwn(PARTS, key)) report(diagnose(loadMessages.unknownHook, { file, key, keys }));
  for (const [key, type] of Object.entries(PARTS)) {
    const part = value[key];
    if (part === undefined || typeof part === type) continue;
    report(diagnose(loadMessages.noPlugin, { file, found: `one whose \`${key}\` is a ${typeof part}` }));
    return undefined;
  }
  for (const [key, row] of Object.entries(value.settings ?? {})) {
    if (isObject(row)) continue;
    report(
      diagnose(loadMessages.noPlugin, { file, found: `one whose \`settings.${key}\` is a ${typeof row}` }),
    );
    return undefined;
  }
  const name = typeof value.name === 'string' ? value.name : file;
  const { priority } = value;
  if (typeof priority === 'string' && !Object.hasOwn(PRIORITIES, priority)) {
    report(diagnose(loadMessages.unknownPriority, { file, priority, priorities: Object.keys(PRIORITIES) }));
    return { ...(value as Partial<Plugin>), name, priority: 'normal' };
  }
  // its parts were checked above
  return { ...(value as Partial<Plugin>), name };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
