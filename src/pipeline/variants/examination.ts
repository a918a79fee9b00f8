/** `hastie doctor`: a build that writes nothing and keeps nothing. */

import type { BuildVariant } from '../variant.ts';
import { WholeBuild } from './whole-build.ts';

export class Examination extends WholeBuild implements BuildVariant {
  override readonly locksTheme = false;

  write(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  keep(): void {}
}
