// Makes Markdown documents for the differential tools: from constructs, nested, cut and spliced, and from real pages, mutated.

const words =
  'alpha Beta gamma-delta x 1 2nd Über 中文 日本語 naïve 😀 HTML CSS a_b c*d it\'s "so" (ok) e.g. don\'t 3.5 100% foo.bar #tag @me a&b'.split(
    ' ',
  );

const spans = [
  '*em*',
  '**strong**',
  '_em_',
  '__strong__',
  '***both***',
  '**a *b* c**',
  '*a **b** c*',
  '`code`',
  '``a ` b``',
  '` a`',
  '`a|b`',
  '[text](url)',
  '[text](url "title")',
  "[text](<u r l> 'it')",
  '[text][id]',
  '[id]',
  '[id][]',
  '[a [b] c](u(r)l)',
  '![img](i.png)',
  '![img](i.png "t"){:.c width="10"}',
  '[![i](a.png)](b)',
  '![a *b* c][id]',
  '<https://x.y/z>',
  '<a@b.cc>',
  '<mailto:a@b.cc>',
  'https://x.y',
  '<span class="c">*x*</span>',
  '<b>bold',
  '</b>',
  '<br>',
  '<br/>',
  '<img src="a.png" alt=x>',
  '<code>*a*|b</code>',
  '<!-- c -->',
  '<!--',
  '-->',
  '<kbd>*k*</kbd>',
  '<div>',
  '</div>',
  '<SPAN A="b">x</SPAN>',
  '<a href="x"\ny="z">l</a>',
  '<x-y>z</x-y>',
  '<u markdown="0">*n*</u>',
  '<span markdown="1">*m*</span>',
  '<code markdown="span">*m*</code>',
  '[^fn]',
  '[^2]',
  '[^none]',
  '$$x^2$$',
  '$$',
  '\\$$y$$',
  '$z$',
  '\\(q\\)',
  '\\[r\\]',
  '{:.cls}',
  '{:#id .a key="v"}',
  '{: ref}',
  '{:.a}{:.b}',
  '{::comment}c{:/}',
  '{::comment /}',
  '{::nomarkdown}<i>*n*</i>{:/nomarkdown}',
  '{::nomarkdown type="latex"}l{:/}',
  '{::options entity_output="symbolic" /}',
  '{::x}',
  '{:/}',
  '{:',
  '}',
  '&amp;',
  '&copy;',
  '&#169;',
  '&#xA9;',
  '&bogus;',
  '&',
  '&#128;',
  '&nbsp;',
  '--',
  '---',
  '...',
  '<<',
  '>>',
  '<< a >>',
  '\\<<',
  '"q"',
  "'q'",
  "'90s",
  '"',
  "'",
  '"\'x\'"',
  '.”',
  "*'a'*",
  '"*a*"',
  "'s",
  '\\*',
  '\\_',
  '\\`',
  '\\\\',
  '\\[',
  '\\~',
  '\\',
  '  \n',
  '\\\\\n',
  '\\\n',
  '~~gone~~',
  '~~a *b*~~',
  '~~',
  '|',
  '\\|',
  '*',
  '**',
  '_',
  '__',
  '`',
  '``',
  '[',
  ']',
  '![',
  '(',
  ')',
  '!',
  '<',
  '>',
  'HTML',
  '*[',
  '^',
  ':',
  '{{ x }}',
  '{% y %}',
  '\t',
  ' ',
  '  ',
  '\u00a0',
  '：',
  '。',
];

const blocks = [
  '# Head',
  '## Head *em* {#id}',
  '### Head ###',
  '#nospace',
  '# a {:.x}\n{:.y}',
  'Head\n====',
  'Head *b*\n---',
  '#',
  '####### seven',
  '# "Quotes" & `code` -- x',
  '# Über 中文 😀',
  '## a\n## a',
  '* * *',
  '---',
  '***',
  '___',
  '- - -',
  '> quote\nlazy',
  '> a\n> > b\n> c',
  '>',
  '> # h\n> - l\n>\n>     code',
  '    code\n\n    more',
  '\tcode',
  '    code\nlazy',
  '~~~\nfence\n~~~',
  '~~~ ruby\nx = 1\n~~~',
  '```js\nlet a\n```',
  '```\nopen',
  '````\n```\n````',
  '``` a b\nx\n```',
  '```php?start_inline=1\nx\n```\n{:.cls}',
  '  ```\n  in\n  ```',
  '- a\n- b',
  '- a\n\n- b',
  '* a\n  * b\n    * c',
  '+ a\n\n  para\n+ b',
  '1. one\n2. two',
  '1. one\n\n   para\n\n2. two',
  '- a\n\n      code\n- b',
  '-   wide\n-   wide',
  '- [ ] todo\n- [x] done',
  '- {:.c} item\n- b\n{:.list}',
  '- a\n- b\n^\n- c',
  '- a\n  - b\n\n- c',
  '* a\nlazy\n* b',
  '- # h\n- > q\n- ```\n  f\n  ```',
  '10. x\n11. y',
  '- a\n***\n- b',
  '-\ta\n\t-\tb',
  '-',
  '- \n- x',
  '- a\n    - four\n        - eight',
  '1. a\n- b',
  '- a\n\n\n- b',
  '-|x',
  'term\n: def',
  'term\nterm2\n: def\n: def2\n  more',
  'term\n\n: para def\n\n    code',
  ': no term',
  '{:.x} term\n: {:.y} def',
  'term\n:   wide\n\n    second\n\nterm\n: x',
  't\n: - l\n  - m',
  '| a | b |\n|---|---|\n| c | d |',
  'a | b\n--|:-:\nc | d',
  '| a |\n|:--|\n| b |\n|===|\n| f |',
  '|a|b|\n|c|',
  '| `a|b` | c |',
  '|---|\n| x |',
  '| a\n| b\n{:.tbl}',
  'a|b\nno pipe',
  '|a|\n|-\n|b|\n|-\n|c|',
  '| \\| | x |',
  '| <code>a|b</code> | c |',
  '+--+--+\n| a | b |',
  '| **a** | [l](u|v) |',
  '|:-|-:|:-:|\n|1|2|3|4|',
  '<div>\n*raw*\n</div>',
  '<div markdown="1">\n*em*\n\n- l\n</div>',
  '<div markdown="1">*x*</div>',
  '<div markdown="span">*x*</div>',
  '<div markdown="block">\n# h\n</div>',
  '<p>para *x*</p>',
  '<p markdown="1">a *b*</p>',
  '<div><p>a</p>\n<p>b</div>',
  '<div>',
  '</div>',
  '<div class="a" class="b">x</div>',
  '<details markdown="1">\n<summary>S *x*</summary>\n\ntext\n</details>',
  '<script>\nif (a < b) {}\n</script>',
  '<style>\n.a { }\n</style>',
  '<pre>\n*a*\n\n  b\n</pre>',
  '<!-- comment\n\nx -->',
  '<table>\n<tr><td markdown="1">*x*</td></tr>\n</table>',
  '<hr>',
  '<hr/>',
  '<br>',
  '<iframe src="x"></iframe>',
  '<ul><li>a<li>b</ul>',
  '<h2>Head</h2>',
  '<h2 markdown="1">Head *x*</h2>',
  '<section markdown="1">\n## In\n\n<div markdown="1">\n- a\n</div>\n</section>',
  '<?php x ?>',
  '<div>\n<?pi?>\n</div>',
  '<span>inline *x*</span> text',
  '<a href="x">l</a>',
  '<math><mi>x</mi></math>',
  '<img src="x">',
  '<center>\n*x*\n</center>',
  '<div\nclass="x"\n>y</div>',
  '<textarea>\n*a*\n</textarea>',
  '<video controls><source src="a"></video>',
  '<DIV>\nx\n</DIV>',
  '<div><span></div></span>',
  '<select><option>a</select>',
  '<button>*b*</button>',
  '<ol>\n<li markdown="1">*x*</li>\n</ol>',
  '<figure><img src="a"><figcaption>c</figcaption></figure>',
  '<font color="red">*x*</font>',
  '$$\nx^2\n$$',
  '$$x$$',
  '$$ a $$ b',
  '\\$$x$$',
  '$$\na\n\nb\n$$\n{:.m}',
  '[^fn]: Note *x*',
  '[^fn]: Para\n\n    second\n\n    - l',
  '[^2]: two [^fn]',
  '[^fn]:\n    - list',
  '[id]: http://x.y "T"',
  "[id]: <a b> 'T'",
  '[id]: u\n  "next"\n{:.lnk}',
  '[Id 2]: v',
  '[id]: u "a" b',
  '*[HTML]: Hyper Text',
  '*[CSS]:',
  '*[HTML]: again\n{:.ab}',
  '*[a&b]: x',
  '{:.before}\npara',
  'para\n{:.after}',
  '{:ref: .r #rid k="v"}',
  '{:ref2: ref .q}\n{: ref2}',
  '{: ref}',
  '{:toc}',
  '* toc\n{:toc}',
  '1. x\n{:toc .c}',
  '- f\n{:footnotes}',
  '{::comment}\nhidden\n{:/comment}',
  '{::comment}\nopen',
  '{::nomarkdown}\n<b>*x*</b>\n{:/}',
  '{::options auto_ids="false" /}',
  '{::options parse_block_html="true" /}',
  '{::options toc_levels="2..3" /}',
  '{::options bogus="1" /}',
  '{:/}',
  '{:.a\n.b}',
  '{:.x}\n{:.y}\np',
  '{:}',
  '^',
  '\n^\n',
  '# H\n{:.no_toc}',
  '![i](a.png){:standalone}',
  '![i](a.png)\n{:.fig}',
  '',
  '',
  ' ',
  '   text',
  '  \ttext',
  '\\# no',
  '1\\. no',
  'a\n# h',
  'a\n- l',
  'a\n> q',
  'a\n```\nf\n```',
  'a\n\n    b',
  'para  \nbreak',
  'para\\\\\nbreak',
  'line\\\nline',
  '日本\n語文',
  '* * * text',
  'a\n===',
  'a\nb\n---',
];

/** A generator of numbers from 0 to 1 that a seed decides. */
export function createRandom(seed) {
  let a = seed | 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const noise = '*_`~[](){}<>!|#:-+.^$&;"\'\\ \n\t=/@1ax\u00e9';

/** Makes documents; `pages` are real Markdown texts. */
export function createGenerator(seed, pages = []) {
  const random = createRandom(seed);
  const below = (n) => Math.floor(random() * n);
  const pick = (list) => list[below(list.length)];

  function line() {
    let text = '';
    for (let n = 1 + below(7); n > 0; n--)
      text += (random() < 0.45 ? pick(spans) : pick(words)) + (random() < 0.8 ? ' ' : '');
    return random() < 0.85 ? text.trim() : text;
  }
  function paragraph() {
    const lines = [];
    for (let n = 1 + below(3); n > 0; n--) lines.push(line());
    return lines.join('\n');
  }
  function withSpans(block) {
    return random() < 0.35 ? block.replace(/\b[a-z]\b|Head|text|item|def/, () => line()) : block;
  }
  function nest(text) {
    switch (below(7)) {
      case 0:
        return text.replace(/^/gm, '> ');
      case 1:
        return `- ${text.replace(/\n/g, '\n  ')}`;
      case 2:
        return `1. ${text.replace(/\n/g, '\n   ')}`;
      case 3:
        return `<div markdown="1">\n${text}\n</div>`;
      case 4:
        return `[^fn]: ${text.replace(/\n/g, '\n    ')}`;
      case 5:
        return `term\n: ${text.replace(/\n/g, '\n  ')}`;
      default:
        return text.replace(/^/gm, ' '.repeat(1 + below(5)));
    }
  }
  function document(depth = 0) {
    const parts = [];
    for (let n = 1 + below(depth === 0 ? 5 : 3); n > 0; n--) {
      let part = random() < 0.35 ? paragraph() : withSpans(pick(blocks));
      if (depth < 3 && random() < 0.2) part = nest(document(depth + 1));
      parts.push(part, random() < 0.7 ? '\n\n' : random() < 0.8 ? '\n' : '');
    }
    return parts.join('');
  }
  function mutate(text) {
    let result = text;
    for (let n = 1 + below(4); n > 0; n--) {
      const at = below(result.length + 1);
      const end = Math.min(result.length, at + 1 + below(random() < 0.7 ? 3 : 20));
      switch (below(6)) {
        case 0:
          result = result.slice(0, at) + result.slice(end);
          break;
        case 1:
          result = result.slice(0, at) + pick([...noise]) + result.slice(at);
          break;
        case 2:
          result = result.slice(0, at) + result.slice(at, end) + result.slice(at);
          break;
        case 3:
          result = result.slice(0, at) + pick(spans) + result.slice(at);
          break;
        case 4:
          result = `${result.slice(0, at)}\n${pick(blocks)}\n${result.slice(at)}`;
          break;
        default:
          result = result.slice(0, at) + pick([...noise]) + result.slice(end);
      }
    }
    return result;
  }
  const cut = (text) => (random() < 0.5 ? text.slice(0, below(text.length)) : text.slice(below(text.length)));
  function excerpt() {
    const lines = pick(pages).split('\n');
    const start = below(lines.length);
    return lines
      .slice(start, start + 2 + below(30))
      .join('\n')
      .slice(0, 4000);
  }
  const sound = (text) =>
    text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '');

  return function next() {
    const kind = random();
    if (kind < 0.45) return sound(document());
    if (kind < 0.6) return sound(mutate(document()));
    if (kind < 0.7) return sound(cut(document()) + cut(document()));
    if (pages.length === 0) return sound(mutate(document()));
    if (kind < 0.9) return sound(mutate(excerpt()));
    return sound(cut(excerpt()) + (random() < 0.5 ? '\n\n' : '') + document());
  };
}

const jekyll = {
  auto_ids: true,
  entity_output: 'as_char',
  input: 'GFM',
  hard_wrap: false,
  footnote_nr: 1,
  syntax_highlighter: 'rouge',
  syntax_highlighter_opts: { default_lang: 'plaintext', guess_lang: true },
};
const variants = [
  jekyll,
  jekyll,
  jekyll,
  jekyll,
  jekyll,
  { ...jekyll, parse_block_html: true },
  { ...jekyll, hard_wrap: true },
  { ...jekyll, input: 'kramdown' },
  { ...jekyll, gfm_quirks: [] },
  { input: 'kramdown' },
  {
    ...jekyll,
    entity_output: 'symbolic',
    smart_quotes: 'apos,apos,quot,quot',
    footnote_backlink_inline: true,
  },
  {
    ...jekyll,
    input: 'kramdown',
    auto_id_stripping: true,
    parse_span_html: false,
    header_offset: 1,
    math_engine: null,
    remove_line_breaks_for_cjk: true,
  },
  { ...jekyll, html_to_native: true, input: 'kramdown' },
];

/** The options of the document with a number. */
export function optionsFor(number) {
  return variants[number % variants.length];
}
