/** Finds the style that references are written in: a file of the site, or one that is built in. */

import { openCsl, type ReferenceStyle } from '../../plugin/api/bibtex.ts';
import { type Diagnostic, diagnose, placeAt } from '../../plugin/api/diagnostics.ts';
import type { SiteFiles, SourceFiles } from '../../plugin/api/plugin.ts';
import { scholarMessages } from './messages.ts';
import type { ScholarSettings } from './settings.ts';

/** Where a style is looked for, and who reports what is wrong with it. */
export interface StyleSite {
  readonly files: SiteFiles;
  report(diagnostic: Diagnostic): void;
}

interface Found {
  readonly style: ReferenceStyle;
  readonly mistakes: readonly Diagnostic[];
}

/** A style file can stand for another one, which is then looked for; a longer way leads nowhere. */
const MOST_PARENTS = 4;

/**
 * The style of this name: `apa`, `ieee`, `styles/own.csl`. In `language` where the site has its locale file, else in that of the
 * settings.
 */
export function findStyle(
  named: string,
  settings: ScholarSettings,
  site: StyleSite,
  language = '',
): ReferenceStyle {
  const name = named.trim() || 'apa';
  const locale = settings.text('locale') || 'en';
  const folder = settings.folder('source');
  const asked = { name, folder, locale, language };
  const key = `jekyll-scholar style\n${JSON.stringify(asked)}`;
  const found = site.files.derive(key, (files) => openStyle(files, asked));
  for (const mistake of found.mistakes) site.report(mistake);
  return found.style;
}

interface Asked {
  readonly name: string;
  /** Of the bibliographies. */
  readonly folder: string;
  readonly locale: string;
  /** Of one entry; empty without one. */
  readonly language: string;
}

function openStyle(files: SourceFiles, { name, folder, locale, language: own }: Asked): Found {
  let asked = name;
  for (let step = 0; step < MOST_PARENTS; step++) {
    const file = findFile(files, folder, asked);
    if (file === undefined) return builtIn(asked);
    const folders = [folderOf(file.path), folder, ''];
    const language =
      (own === '' ? undefined : findLocale(files, folders, own)) ?? findLocale(files, folders, locale);
    const opened = openCsl(file.text, language?.text);
    if ('sheet' in opened) {
      const isMissing = language === undefined && !/^en\b/i.test(locale);
      const mistake = diagnose(scholarMessages.locale, { locale, folder });
      return { style: opened.sheet, mistakes: isMissing ? [once(mistake, locale)] : [] };
    }
    if ('fault' in opened) {
      const { file: kind, message, offset } = opened.fault;
      const { path, text } = kind === 'locale' && language !== undefined ? language : file;
      const place = placeAt({ file: path, text }, offset);
      const mistake = diagnose(scholarMessages.styleFile, { message }, { place });
      return { style: builtIn(asked).style, mistakes: [once(mistake, path)] };
    }
    asked = opened.parent;
  }
  return builtIn(asked);
}

/** By its path in the site; by its name in the folder of bibliographies or at the top of the site. */
function findFile(
  files: SourceFiles,
  folder: string,
  name: string,
): { path: string; text: string } | undefined {
  const bare = name.replace(/^https?:\/\/.*\//, '').replace(/^\.?\/+/, '');
  const file = /\.csl$/.test(bare) ? bare : `${bare}.csl`;
  for (const path of [bare, file, `${folder}/${file}`]) {
    if (!path.endsWith('.csl')) continue;
    const text = files.read(path);
    if (text !== undefined) return { path, text };
  }
  return undefined;
}

/** Countries of languages whose names differ, as csl-ruby completes them: `sv` is `sv-SE`. */
const COUNTRIES: ReadonlyMap<string, string> = new Map(
  (
    'af-ZA ca-AD cs-CZ da-DK el-GR en-US et-EE fa-IR he-IL ja-JP km-KH ko-KR nb-NO nn-NO sl-SI sr-RS sv-SE uk-UA vi-VN ' +
    'zh-CN'
  )
    .split(' ')
    .map((tag) => [tag.slice(0, 2), tag.slice(3)] as const),
);

/** `locales-de-DE.xml` of `de` or `de-DE`, in the first of the folders that has it. */
function findLocale(
  files: SourceFiles,
  folders: readonly string[],
  locale: string,
): { path: string; text: string } | undefined {
  const [language = '', ...rest] = locale.split('-');
  const country = rest.pop() ?? COUNTRIES.get(language) ?? language;
  const tags = new Set([[language, ...rest, country.toUpperCase()].join('-'), locale]);
  for (const folder of new Set(folders))
    for (const tag of tags) {
      const name = `locales-${tag}.xml`;
      const path = folder === '' ? name : `${folder}/${name}`;
      const text = files.read(path);
      if (text !== undefined) return { path, text };
    }
  return undefined;
}

function folderOf(path: string): string {
  return path.includes('/') ? path.replace(/\/[^/]*$/, '') : '';
}

/** Styles of numbers that are not there are written as the IEEE's, all others as the APA's. */
function builtIn(named: string): Found {
  const name = named
    .replace(/^.*\//, '')
    .replace(/\.csl$/, '')
    .toLowerCase();
  if (name === 'apa' || name === 'ieee') return { style: name, mistakes: [] };
  const style = /ieee|numeric|vancouver|^acm|springer.*(?:num|lncs)/.test(name) ? 'ieee' : 'apa';
  const mistake = diagnose(scholarMessages.style, { style: named, name, instead: style.toUpperCase() });
  return { style, mistakes: [once(mistake, named)] };
}

function once(mistake: Diagnostic, subject: string): Diagnostic {
  return { ...mistake, once: `${mistake.code} ${subject}` };
}
