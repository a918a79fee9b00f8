/** Code: through the highlighter with its wrappers, or plain. */

import { markdownMessages } from '../../../diagnostics/catalogue/engines/markdown.ts';
import { escapeText } from '../../../html/escape.ts';
import type { Attributes, Element } from '../tree/element.ts';
import { toEntries } from '../tree/options.ts';
import type { Print, Printer } from './printer.ts';
import { attribute, attributes, spaces, spanTag } from './serialise.ts';

const LANGUAGE = /(?<![\p{Alphabetic}\p{M}\p{Nd}\p{Pc}])language-([^ \t\r\n\f\v]+)/u;

/** The language that a class names (`language-x`). */
function languageIn(list: Attributes | undefined): string | undefined {
  const classes = list?.get('class');
  return classes === undefined ? undefined : LANGUAGE.exec(classes)?.[1];
}

/** Takes the language out of the classes. */
function takeLanguage(list: Attributes): string | undefined {
  const language = languageIn(list);
  if (language === undefined) return undefined;
  const rest = (list.get('class') ?? '').replace(LANGUAGE, '').trim();
  if (rest === '') list.delete('class');
  else list.set('class', rest);
  return language;
}

export const printCodeblock: Print = (element, indent, printer) => {
  const list = new Map(element.attributes);
  const language = takeLanguage(list);
  const highlighted = highlight(printer, element, element.details.lang ?? language, 'block');
  const margin = spaces(indent);
  if (highlighted !== undefined) {
    list.set('class', highlighterClass(list, printer, language ?? highlighted.defaultLanguage));
    return `${margin}<div${attributes(list)}>${highlighted.html}${margin}</div>\n`;
  }
  let code = escapeText(element.value).replace(/\n$/, '');
  if (/\bshow-whitespaces\b/.test(element.attributes?.get('class') ?? '')) code = showWhitespace(code);
  const classes = language === undefined ? undefined : new Map([['class', `language-${language}`]]);
  return `${margin}<pre${attributes(list)}><code${attributes(classes)}>${code}\n</code></pre>\n`;
};

export const printCodespan: Print = (element, _indent, printer) => {
  const language = languageIn(element.attributes);
  const highlighted = highlight(printer, element, language, 'span');
  if (highlighted === undefined) return spanTag('code', element.attributes, escapeText(element.value));
  const classes = highlighterClass(element.attributes, printer, language ?? highlighted.defaultLanguage);
  if (element.attributes === undefined)
    return `<code${attribute('class', classes)}>${highlighted.html}</code>`;
  return spanTag('code', new Map(element.attributes).set('class', classes), highlighted.html);
};

interface Highlighted {
  readonly html: string;
  readonly defaultLanguage: string | undefined;
}

/** The HTML of highlighted code; undefined where no highlighter is wanted or none knows the language. */
function highlight(
  printer: Printer,
  element: Element,
  written: string | undefined,
  category: 'block' | 'span',
): Highlighted | undefined {
  const { syntax_highlighter: name } = printer.options;
  if (name === undefined) return undefined;
  if (name !== 'rouge') {
    const facts = { option: 'syntax_highlighter', value: name, available: 'rouge' };
    printer.doc.warn(markdownMessages.unavailableEngine, facts, printer.doc.source, 0);
    return undefined;
  }
  const options = highlighterOptions(printer, category);
  const fallback = options.default_lang;
  const defaultLanguage = typeof fallback === 'string' ? fallback : undefined;
  const language = written ?? defaultLanguage;
  const guess = isSet(options.guess_lang);
  if ((language === undefined && !guess) || isSet(options.disable)) return undefined;
  const html =
    printer.highlighter === undefined
      ? plain(element.value, language, category, options)
      : printer.highlighter({ code: element.value, language: language ?? '', category, options });
  return html === undefined ? undefined : { html, defaultLanguage };
}

type HighlighterOptions = Readonly<Record<string, unknown>>;

/** Computed options, by the setting that they were computed from. */
const known = new WeakMap<HighlighterOptions, { block?: HighlighterOptions; span?: HighlighterOptions }>();

/** The options of the highlighter for blocks or spans. */
function highlighterOptions(printer: Printer, category: 'block' | 'span'): HighlighterOptions {
  const written = printer.options.syntax_highlighter_opts;
  let options = known.get(written);
  if (options === undefined) {
    options = {};
    known.set(written, options);
  }
  options[category] ??= readHighlighterOptions(written, category);
  return options[category];
}

function readHighlighterOptions(written: HighlighterOptions, category: 'block' | 'span'): HighlighterOptions {
  const { block, span, ...common } = written;
  const own = Object.fromEntries(toEntries(category === 'block' ? block : span) ?? []);
  return { ...common, ...own, ...(category === 'span' ? { wrap: false } : {}) };
}

const isSet = (value: unknown): boolean => value !== undefined && value !== null && value !== false;

/** Code without a highlighter: plain text is the only known language. */
function plain(
  code: string,
  language: string | undefined,
  category: 'block' | 'span',
  options: Readonly<Record<string, unknown>>,
): string | undefined {
  if (![undefined, 'plaintext', 'text'].includes(language) || !isSet(options.guess_lang)) return undefined;
  const body = escapeText(code);
  if (category === 'span' || options.wrap === false) return body;
  const name = typeof options.css_class === 'string' ? options.css_class : 'highlight';
  return `<div class="highlight"><pre class="${name}"><code>${body}</code></pre></div>`;
}

/** The classes with the one that names the highlighter, and the language first. */
function highlighterClass(
  list: Attributes | undefined,
  printer: Printer,
  language: string | undefined,
): string {
  const before = list?.get('class');
  const own = `highlighter-${printer.options.syntax_highlighter ?? ''}`;
  const classes = before === undefined ? own : `${before} ${own}`.trimStart();
  if (language === undefined) return classes;
  return /^language-[^ \t\r\n\f\v]/.test(classes)
    ? classes.replace(/^language-[^ \t\r\n\f\v]+/, () => `language-${language}`)
    : `language-${language} ${classes}`;
}

/** White space made visible, by the class `show-whitespaces`. */
function showWhitespace(code: string): string {
  return code.replace(/[ \t]+/g, (run, at: number) => {
    const leading = at === 0 || code.charCodeAt(at - 1) === 10;
    const end = at + run.length;
    const trailing = end === code.length || code.charCodeAt(end) === 10;
    const suffix = leading ? '-l' : trailing ? '-r' : '';
    return run
      .split('')
      .map((character) =>
        character === '\t'
          ? `<span class="ws-tab${suffix}">\t</span>`
          : `<span class="ws-space${suffix}">&#8901;</span>`,
      )
      .join('');
  });
}
