/** Writes the lock file of a site. */

import { themeHosts } from '../config/theme/theme-hosts.ts';
import { LOCK_FILE, lockText, readThemeLock } from '../config/theme/theme-lock.ts';
import { themeMessages } from '../diagnostics/catalogue/site/theme.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { ThemePin } from '../model/config.ts';
import type { Env } from '../ports/env.ts';
import { FsError, type WriteFs } from '../ports/fs.ts';
import { confine } from '../write/confined-folder.ts';
import { systemReason } from '../write/system-reason.ts';

/** Puts `pin` in place of what the lock file of `source` says of its name; what can't be written is returned. */
export function lockTheme(fs: WriteFs, env: Env, source: string, pin: ThemePin): Diagnostic | undefined {
  const lock = readThemeLock(fs, source, themeHosts(env).names);
  if (lock.mistake !== undefined) return lock.mistake;
  try {
    confine(fs, source).replace(LOCK_FILE, { text: lockText(lock, pin) });
    return undefined;
  } catch (error) {
    if (!(error instanceof FsError)) throw error;
    return diagnose(themeMessages.lockNotWritten, { file: LOCK_FILE, reason: systemReason(error) });
  }
}
