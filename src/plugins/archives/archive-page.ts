/** The page of an archive: its address, and what its layout sees. */

import type { DocumentView, GeneratedPage, Generation, PluginData } from '../../plugin/api/plugin.ts';
import { RubyDate, type Value } from '../../plugin/api/values.ts';

export interface ArchivePage {
  /** `year`, `tag`: the type that front-matter defaults and layouts know it by. */
  readonly kind: string;
  /** The permalink, with `:year` and the like. */
  readonly template: string;
  /** What stands for them. */
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly layout: Value;
  /** What messages about its layout point at. */
  readonly origin: GeneratedPage['origin'];
  /** What the layout sees besides `type`, `date`, `name` and `path`. */
  readonly variables: PluginData;
}

export function addArchivePage(
  { kind, template, values, layout, origin, variables }: ArchivePage,
  generation: Generation,
): DocumentView {
  const address = (encode: (text: string) => string) =>
    Object.entries(values).reduce(
      (text, [name, value]) =>
        value === undefined ? text : text.replaceAll(`:${name}`, () => encode(value)),
      template,
    );
  const path = address((text) => text).replace(/^\//, '');
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  const { year, month, day } = values;
  return generation.addPage({
    path: file,
    url: address(encodeURIComponent),
    type: kind,
    data: { layout },
    content: '',
    ...(origin === undefined ? {} : { origin }),
    variables: {
      type: kind,
      date: year === undefined ? undefined : new RubyDate(Number(year), Number(month ?? 1), Number(day ?? 1)),
      name: file.slice(file.lastIndexOf('/') + 1).replace(/(?<=.)\.[^.]*$/, ''),
      path: file,
      permalink: undefined,
      ...{ content: undefined, dir: undefined, excerpt: undefined },
      ...variables,
    },
  });
}
