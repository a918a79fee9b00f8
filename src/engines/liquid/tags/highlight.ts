/** `{% highlight language linenos %}…{% endhighlight %}`: a code block, as Jekyll wraps Rouge's output. */

import { liquidMessages } from '../../../diagnostics/catalogue/engines/liquid.ts';
import { escapeHtml, escapeText } from '../../../html/escape.ts';
import { printed, toText } from '../../../ruby/print.ts';
import { isNil } from '../../../ruby/values.ts';
import { fail } from '../errors.ts';
import type { HighlightOptions } from '../host.ts';
import type { CompiledTag, TagDefinition, TagSource } from '../tag.ts';

const syntax = /^([a-zA-Z0-9.+#_-]+)((?:[ \t\n\v\f\r]+\w+(?:=(?:\w+|"(?:[0-9]+[ \t\n\v\f\r])*[0-9]+"))?)*)$/m;
const option = /(?:\w="[^"]*"|\w=\w|\w)+/g;

export const highlightTag: TagDefinition = {
  name: 'highlight',
  block: {},
  compile: (tag) => {
    const found = syntax.exec(tag.markup.trim());
    if (found === null) return tag.refuse('{% highlight ruby linenos %} … {% endhighlight %}');
    const options = readOptions(found[2] ?? '');
    return compile(tag, found[1]!.toLowerCase(), {
      lineNumbers: options.has('linenos'),
      markLines: options.has('mark_lines') ? readLines(options.get('mark_lines'), tag) : [],
    });
  },
};

function compile(tag: TagSource, language: string, options: HighlightOptions): CompiledTag {
  const [own] = tag.branches();
  const { render } = own!.body;
  const open = `<figure class="highlight"><pre><code class="language-${language.replaceAll('+', '-')}" data-lang="${language}">`;
  return {
    render: (context) => {
      const code = trimLines(context.capture(render));
      context.here = tag.span;
      const { engines, site } = context.host;
      const setting = site.setting('highlighter');
      const plain = !isNil(setting) && setting !== 'rouge' && setting !== 'pygments';
      const inner = plain
        ? escapeHtml(code).trim()
        : (engines.highlight?.(code, language, options) ?? withNumbers(code, options.lineNumbers));
      const prefix = printed(context.find('highlighter_prefix'));
      const suffix = toText(context.find('highlighter_suffix'));
      context.write(`${prefix}${open}${inner.replace(/\r?\n$|\r$/, '')}</code></pre></figure>${suffix}`);
    },
  };
}

function readOptions(text: string): ReadonlyMap<string, string | true> {
  const options = new Map<string, string | true>();
  for (const [pair] of text.matchAll(option)) {
    const [name = '', value] = pair.split('=');
    options.set(name, value ?? true);
  }
  return options;
}

/** `"1 3"`: the list of lines to mark, which must stand in double quotes. */
function readLines(value: string | true | undefined, tag: TagSource): readonly number[] {
  if (typeof value !== 'string' || !value.startsWith('"'))
    return fail(liquidMessages.markLines, {}, tag.span);
  return value.slice(1, -1).trim().split(/\s+/).map(Number);
}

function trimLines(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && (text[from] === '\n' || text[from] === '\r')) from++;
  while (to > from && (text[to - 1] === '\n' || text[to - 1] === '\r')) to--;
  return text.slice(from, to);
}

/** Code without colours, where no highlighter is at hand; in Rouge's table when its lines are to be numbered. */
function withNumbers(code: string, numbered: boolean): string {
  const inner = escapeText(code);
  if (!numbered) return inner;
  const lines = code.split('\n').length - (code.endsWith('\n') ? 1 : 0);
  const numbers = Array.from({ length: lines }, (_, i) => `${i + 1}\n`).join('');
  const body = inner.endsWith('\n') ? inner : inner + '\n';
  return `<table class="rouge-table"><tbody><tr><td class="gutter gl"><pre class="lineno">${numbers}</pre></td><td class="code"><pre>${body}</pre></td></tr></tbody></table>`;
}
