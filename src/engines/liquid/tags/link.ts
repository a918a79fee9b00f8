/** `{% link path %}`: the URL of a page, document or file of the site, by its path in the source. Jekyll 3 leaves the baseurl out. */

import { nearest } from '../../../base/nearest.ts';
import { liquidMessages } from '../../../diagnostics/catalogue/engines/liquid.ts';
import type { RenderContext } from '../context.ts';
import { fail } from '../errors.ts';
import { relativeUrl } from '../filters/url.ts';
import type { CompiledTag, TagDefinition, TagSource } from '../tag.ts';

export const linkTag: TagDefinition = { name: 'link', compile: (tag) => compileLink(tag, relativeUrl) };

export const plainLinkTag: TagDefinition = { name: 'link', compile: (tag) => compileLink(tag, (url) => url) };

function compileLink(tag: TagSource, address: (url: string, context: RenderContext) => string): CompiledTag {
  const lead = tag.markup.length - tag.markup.trimStart().length;
  const path = tag.markup.trim();
  if (path === '') return tag.refuse('{% link about.md %}');
  const offset = tag.markupOffset + lead;
  const span = { offset, length: path.length };
  const template = path.includes('{') ? tag.template(path, offset) : undefined;
  return {
    render: (context) => {
      context.here = tag.span;
      const wanted = template === undefined ? path : context.capture(template);
      const { site } = context.host;
      const url = site.urlOfPath(wanted.replace(/^\/+/, ''));
      if (url === undefined) {
        const facts = { path: wanted, nearest: nearest(wanted, site.paths()) };
        fail(liquidMessages.linkMissing, facts, span);
      }
      context.write(address(url, context));
    },
  };
}
