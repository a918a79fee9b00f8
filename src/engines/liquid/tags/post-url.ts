/** `{% post_url 2024-01-02-title %}`: the URL of a post, by the name of its file. Jekyll 3 leaves the baseurl out. */

import { nearest } from '../../../base/nearest.ts';
import { liquidMessages } from '../../../diagnostics/catalogue/engines/liquid.ts';
import { diagnose } from '../../../diagnostics/diagnostic.ts';
import type { RenderContext } from '../context.ts';
import { fail, type Span } from '../errors.ts';
import { relativeUrl } from '../filters/url.ts';
import type { PostEntry } from '../host.ts';
import type { CompiledTag, TagDefinition, TagSource } from '../tag.ts';

interface PostName {
  /** `sub/`, or nothing. */
  readonly folder: string;
  readonly date: string;
  readonly slug: string;
}

const pattern = /^(.+\/)?(\d+-\d+-\d+)-(.*)$/;

export const postUrlTag: TagDefinition = {
  name: 'post_url',
  compile: (tag) => compilePostUrl(tag, relativeUrl),
};

export const plainPostUrlTag: TagDefinition = {
  name: 'post_url',
  compile: (tag) => compilePostUrl(tag, (url) => url),
};

function compilePostUrl(
  tag: TagSource,
  address: (url: string, context: RenderContext) => string,
): CompiledTag {
  const lead = tag.markup.length - tag.markup.trimStart().length;
  const name = tag.markup.trim();
  const span = { offset: tag.markupOffset + lead, length: Math.max(1, name.length) };
  if (name === '') return tag.refuse('{% post_url 2024-01-02-title %}');
  // `{{ slug }}` inside of the tag is what Jekyll can do since 4.4.
  const template = name.includes('{{') ? tag.template(name, lead) : undefined;
  const known = template === undefined ? readName(name, span) : undefined;
  return {
    render: (context) => {
      context.here = tag.span;
      const wanted =
        known ?? readName(template === undefined ? name : context.capture(template).trim(), span);
      const posts = Array.from(context.host.site.posts());
      const named = posts.find((entry) => hasName(entry, wanted));
      const post = named ?? posts.find((entry) => isLike(entry, wanted));
      if (named === undefined && post !== undefined) {
        const facts = { name, path: post.relativePath };
        context.host.report(diagnose(liquidMessages.postBySlug, facts, context.at(span)));
      }
      if (post === undefined) {
        const names = posts.map(({ relativePath }) => relativePath.replace(/^_posts\/|\.[^.]+$/g, ''));
        fail(liquidMessages.postMissing, { name, nearest: nearest(name, names) }, span);
      }
      context.write(address(post.url, context));
    },
  };
}

function readName(name: string, span: Span): PostName {
  const found = pattern.exec(name.replace(/^\//, ''));
  if (found === null) return fail(liquidMessages.postName, { name }, span);
  return { folder: found[1] ?? '', date: found[2]!, slug: found[3]! };
}

/** The path is `_posts/<folder><name>.ext` or `<folder>_posts/<name>.ext`. */
function hasName({ relativePath }: PostEntry, { folder, date, slug }: PostName): boolean {
  const file = `${date}-${slug}.`;
  return [`_posts/${folder}`, `${folder}_posts/`, `${folder}_posts`].some(
    (head) =>
      relativePath.startsWith(head + file) && /^[^.\n]+/.test(relativePath.slice(head.length + file.length)),
  );
}

/** Jekyll's older way: the slug and the day, whatever folder is named. */
function isLike(post: PostEntry, { date, slug }: PostName): boolean {
  const [year, month, day] = date.split('-').map(Number);
  return post.slug === slug && post.date.year === year && post.date.month === month && post.date.day === day;
}
