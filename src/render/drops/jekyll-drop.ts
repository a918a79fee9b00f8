/** `jekyll` in templates: the version whose output is ours, and the environment. */

import { Drop, type Value } from '../../ruby/values.ts';

export class JekyllDrop extends Drop {
  private readonly version: string;
  private readonly environment: string;

  constructor(version: string, environment: string) {
    super();
    this.version = version;
    this.environment = environment;
  }

  get(key: string): Value {
    return key === 'version' ? this.version : key === 'environment' ? this.environment : undefined;
  }

  /** In JSON alone: Jekyll's drop has no `each`. */
  override json(): Iterable<readonly [string, Value]> {
    return ['version', 'environment'].map((key) => [key, this.get(key)] as const);
  }

  override identity(): string {
    return 'jekyll';
  }

  override print(): string {
    return 'Jekyll::Drops::JekyllDrop';
  }
}
