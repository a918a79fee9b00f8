/** Public: what a plugin reports beyond `site.warn`: rows of messages, places in texts, suggestions. */

export { nearest } from '../../base/nearest.ts';
export {
  type Circumstances,
  type Diagnostic,
  type DiagnosticCode,
  diagnose,
  type Message,
  message as defineMessage,
  type Place,
  type Severity,
} from '../../diagnostics/diagnostic.ts';
export { placeAt, type SourceText } from '../../diagnostics/source-text.ts';
