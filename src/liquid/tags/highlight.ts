/** `{% highlight language linenos %}…{% endhighlight %}`: a listing, as Jekyll wraps what Rouge prints. */

import { escapeHtml } from '../filters/html.ts';
import { printed, toText } from '../ruby-values.ts';
import type { CompiledTag, TagDefinition, TagSource } from '../tag.ts';

const syntax = /^([a-zA-Z0-9.+#_-]+)((?:[ \t\n\v\f\r]+\w+(?:=(?:\w+|"(?:[0-9]+[ \t\n\v\f\r])*[0-9]+"))?)*)$/m;
const option = /(?:\w="[^"]*"|\w=\w|\w)+/g;

export const highlightTag: TagDefinition = {
  name: 'highlight',
  block: {},
  compile: (tag) => {
    const found = syntax.exec(tag.markup.trim());
    if (found === null) return tag.refuse('{% highlight ruby linenos %} … {% endhighlight %}');
    return compile(tag, found[1]!.toLowerCase(), readOptions(found[2] ?? '').has('linenos'));
  },
};

function compile(tag: TagSource, language: string, numbered: boolean): CompiledTag {
  const [own] = tag.branches();
  const { render } = own!.body;
  const open = `<figure class="highlight"><pre><code class="language-${language.replaceAll('+', '-')}" data-lang="${language}">`;
  return {
    render: (context) => {
      const code = trimLines(context.capture(render));
      context.here = tag.span;
      const { engines, site } = context.host;
      const setting = site.setting('highlighter');
      const plain = typeof setting === 'string' && setting !== 'rouge' && setting !== 'pygments';
      const inner = plain
        ? escapeHtml(code).trim()
        : withNumbers(engines.highlight?.(code, language) ?? escapeCode(code), code, numbered);
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

function trimLines(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && (text[from] === '\n' || text[from] === '\r')) from++;
  while (to > from && (text[to - 1] === '\n' || text[to - 1] === '\r')) to--;
  return text.slice(from, to);
}

/** As Rouge escapes text. */
function escapeCode(code: string): string {
  return code.replace(/[&<>]/g, (character) =>
    character === '&' ? '&amp;' : character === '<' ? '&lt;' : '&gt;',
  );
}

/** Rouge's table: a column of numbers beside the code. */
function withNumbers(inner: string, code: string, numbered: boolean): string {
  if (!numbered) return inner;
  const lines = code === '' ? 0 : code.split('\n').length - (code.endsWith('\n') ? 1 : 0);
  const numbers = Array.from({ length: lines }, (_, i) => `${i + 1}\n`).join('');
  const body = inner.endsWith('\n') ? inner : inner + '\n';
  return `<table class="rouge-table"><tbody><tr><td class="gutter gl"><pre class="lineno">${numbers}</pre></td><td class="code"><pre>${body}</pre></td></tr></tbody></table>`;
}
