// Built sites as trees of files: reading them, and in what two of them differ.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The paths of all files below a folder, relative to it, with `/` and in order. */
export function filesBelow(folder, prefix = '') {
  return readdirSync(join(folder, prefix), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${prefix}${entry.name}`;
      return entry.isDirectory() ? filesBelow(folder, `${path}/`) : [path];
    });
}

/** Path → a hash of the file. */
export function readTree(folder) {
  return new Map(filesBelow(folder).map((path) => [path, hash(readFileSync(join(folder, path)))]));
}

/** The paths that two trees do not have alike, those that one of them lacks included. */
export function differing(one, other) {
  return [...new Set([...one.keys(), ...other.keys()])].filter((path) => one.get(path) !== other.get(path));
}

function hash(bytes) {
  return createHash('sha1').update(bytes).digest('base64');
}

/** Files that Hastie marks its folders with are no part of the site. */
const MARKS = /^\.hastie/;

/**
 * How far Hastie's output is Jekyll's: stylesheets come from different compilers and the feed tells when it was built, so
 * sheets are left out and that date is blanked; all else must be equal to the byte.
 */
export function compareWithJekyll(jekyll, hastie) {
  const paths = [...new Set([...filesBelow(jekyll), ...filesBelow(hastie)])].filter(
    (path) => !/\.css(?:\.map)?$/.test(path) && !MARKS.test(path),
  );
  const differ = paths.filter((path) => textOf(jekyll, path) !== textOf(hastie, path));
  const isPage = (path) => /\.html?$/.test(path);
  return {
    pages: paths.filter(isPage).length,
    equalPages: paths.filter(isPage).length - differ.filter(isPage).length,
    files: paths.length,
    differ,
  };
}

function textOf(folder, path) {
  try {
    const text = readFileSync(join(folder, path), 'latin1');
    return path.endsWith('feed.xml') ? text.replace(/<updated>[^<]*<\/updated>/, '') : text;
  } catch {
    return undefined;
  }
}
