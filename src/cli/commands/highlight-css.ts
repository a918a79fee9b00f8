/** `hastie highlight-css NAME`: prints the style sheet of a theme for code. */

import { highlightModeUnknown } from '../../diagnostics/catalogue/program/cli.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import { type Context, EXIT, reportDiagnostics } from '../context.ts';

/** Returns the exit status. */
export function runHighlightCss(context: Context): number {
  const { args, terminal, world } = context;
  const mode = args.overrides.get('mode');
  const scope = args.overrides.get('scope');
  if (mode !== undefined && mode !== 'light' && mode !== 'dark') {
    reportDiagnostics(context, [diagnose(highlightModeUnknown, { mode: String(mode) })]);
    return EXIT.usage;
  }
  const made = world.highlighter.css(args.operand ?? '', {
    mode,
    ...(typeof scope === 'string' ? { scope } : {}),
  });
  if ('diagnostic' in made) {
    reportDiagnostics(context, [made.diagnostic]);
    return EXIT.failed;
  }
  terminal.out(made.css);
  return EXIT.ok;
}
