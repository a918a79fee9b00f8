/** jemoji: `:smile:` in a page's text becomes a picture of GitHub's; as in version 0.13. */

import { changeBody, parseFragment, printNode } from '../../plugin/api/html.ts';
import { type DocumentView, definePlugin } from '../../plugin/api/plugin.ts';
import { isBlank, isTruthy } from '../../plugin/api/values.ts';

const ASSETS = 'https://github.githubassets.com/images/icons';

/** Elements in which colons mean something else. */
const IGNORED: ReadonlySet<string> = new Set(['pre', 'code', 'tt']);

/** Pictures of GitHub's own that stand for no character. */
const CUSTOM: ReadonlySet<string> = new Set([
  ...['accessibility', 'atom', 'basecamp', 'basecampy', 'bowtie', 'dependabot', 'electron', 'feelsgood'],
  ...['finnadie', 'fishsticks', 'goberserk', 'godmode', 'hurtrealbad', 'neckbeard', 'octocat'],
  ...['rage1', 'rage2', 'rage3', 'rage4', 'shipit', 'suspect', 'trollface'],
]);

/** The characters by name; there when `load` is done. */
let characters: Readonly<Record<string, string>> = {};

export const jemoji = definePlugin({
  name: 'jemoji',
  settings: {
    emoji: {
      type: 'hash',
      keys: { src: { type: 'string', default: ASSETS, doc: 'The folder or address of the pictures.' } },
      doc: 'Where the pictures of emoji come from.',
    },
  },
  liquid: { isBlank },
  async load() {
    ({ characterOf: characters } = await import('./characters.ts'));
  },
  transform(html, page, site) {
    if (!html.includes(':') || !isEmojiable(page)) return html;
    const source = site.config('emoji', 'src');
    const root = isTruthy(source) ? site.print(source).replace(/\/+$/, '') : ASSETS;
    return changeBody(html, {
      // a name anywhere in the page has its body parsed
      isConcerned: () => withPictures(html, root) !== html,
      ignored: IGNORED,
      change(text) {
        const escaped = printNode(text);
        const changed = withPictures(escaped, root);
        return changed === escaped ? undefined : parseFragment(changed).children;
      },
    });
  },
});

function isEmojiable(page: DocumentView): boolean {
  const permalink = page.get('permalink');
  return (
    (page.written && page.outputExtension === '.html') ||
    (typeof permalink === 'string' && permalink.endsWith('/'))
  );
}

/** Two colons may belong to two names: what stands behind one that is none is looked at again. */
function withPictures(text: string, root: string): string {
  const name = /:([^\s:]+):/y;
  let out = '';
  let copied = 0;
  for (let at = text.indexOf(':'); at >= 0; ) {
    name.lastIndex = at;
    const file = fileOf(name.exec(text)?.[1]);
    if (file === undefined) at = text.indexOf(':', at + 1);
    else {
      const end = name.lastIndex;
      out += text.slice(copied, at) + picture(text.slice(at, end), `${root}/emoji/${file}`);
      copied = end;
      at = text.indexOf(':', end);
    }
  }
  return out + text.slice(copied);
}

function fileOf(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  if (CUSTOM.has(name)) return `${name}.png`;
  if (!Object.hasOwn(characters, name)) return undefined;
  const points = Array.from(characters[name] ?? '', (character) =>
    (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0'),
  );
  // neither joiners nor the mark that asks for colour are in the names of the files
  return `unicode/${points.filter((point) => point !== 'fe0f' && point !== '200d').join('-')}.png`;
}

function picture(name: string, address: string): string {
  return `<img class="emoji" title="${name}" alt="${name}" src="${address}" height="20" width="20">`;
}
