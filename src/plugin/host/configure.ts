/** Runs the `configure` hooks: plugins add settings before anything of the site is read. */

import { placeInConfig } from '../../config/place-in-config.ts';
import {
  type Diagnostic,
  type DiagnosticCode,
  type Place,
  placed,
  type Severity,
} from '../../diagnostics/diagnostic.ts';
import { domainOfCname } from '../../files/cname.ts';
import type { Repository } from '../../files/repository.ts';
import { type Config, withValues } from '../../model/config.ts';
import type { Env } from '../../ports/env.ts';
import type { SourceFiles } from '../../ports/source-files.ts';
import { toHash } from '../../ruby/from-json.ts';
import { isHash, type RubyHash, type Value } from '../../ruby/values.ts';
import type { ConfigureContext, Plugin } from '../api/plugin.ts';
import { failuresOf } from './failures.ts';

export interface ConfigurePorts {
  readonly env: Env;
  readonly files: SourceFiles;
  readonly repository: () => Repository | undefined;
  readonly report: (diagnostic: Diagnostic) => void;
  /** Where the site asks for a plugin. */
  readonly placeOf: (plugin: string) => Place;
}

/** The configuration with what the plugins add, each seeing what those before it did. */
export function configureAll(plugins: readonly Plugin[], config: Config, ports: ConfigurePorts): Config {
  let values: RubyHash = config.values;
  for (const plugin of plugins) {
    if (plugin.configure === undefined) continue;
    try {
      const added = plugin.configure(contextFor(plugin, config, values, ports));
      if (added !== undefined) values = new Map<Value, Value>([...values, ...toHash(added)]);
    } catch (error) {
      for (const found of failuresOf(error, plugin.name, 'configure'))
        ports.report(placed(found, () => ports.placeOf(plugin.name)));
    }
  }
  return values === config.values ? config : withValues(config, values);
}

function contextFor(
  plugin: Plugin,
  config: Config,
  values: RubyHash,
  { env, files, repository, report, placeOf }: ConfigurePorts,
): ConfigureContext {
  const reportAs =
    (severity: Severity) =>
    (code: DiagnosticCode, message: string, hint?: string, setting?: string): void => {
      const place =
        (setting === undefined ? undefined : placeInConfig(config, [setting])) ?? placeOf(plugin.name);
      report({
        code,
        severity,
        message: `${plugin.name}: ${message}`,
        ...(hint === undefined ? {} : { hint }),
        place,
      });
    };
  const { configuration, gems } = config.rules;
  return {
    pagesGems: configuration === undefined ? undefined : gems,
    config: (...keys) =>
      keys.reduce<Value>((value, key) => (isHash(value) ? value.get(key) : undefined), values),
    environment: (name) => env.get(name),
    files,
    domain: () => domainOfCname(files.read('CNAME')),
    repository,
    note: reportAs('info'),
    warn: reportAs('warning'),
  };
}
