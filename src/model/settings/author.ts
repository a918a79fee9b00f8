/** The settings about the site and whose it is: read by themes, by several plugins, by `doctor` and by `stats`. */

import { isArray, type Value } from '../../ruby/values.ts';
import { asWritten, hashOrEmpty, identifier, isOn } from '../../settings/readers.ts';
import { recordsOf } from '../../settings/record.ts';
import { type SettingRow, type SettingTable, setting } from '../../settings/setting.ts';

const AUTHOR: SettingTable = {
  name: text('The name.'),
  avatar: text('A picture: its path in the site, or its address.'),
  bio: text('A few words.'),
  employer: text('Where the author works.'),
  location: text('Where the author lives.'),
  email: text('The e-mail address.'),
  googlescholar: text('The address of the Google Scholar profile, or its id.'),
  semanticscholar: text('The address of the Semantic Scholar profile, or its id.'),
  orcid: text('The address of the ORCID record, or its id.'),
  github: text('The name at GitHub, or the address.'),
};

const CITATIONS = {
  path: setting(asWritten, {
    type: 'string',
    default: 'google-scholar-stats',
    doc: 'The folder of the citation data, relative to the source, or its file.',
  }),
  branch: {
    type: ['string', 'boolean'],
    default: 'google-scholar-stats',
    doc: 'The branch of the repository that holds the data; false asks no branch.',
  } satisfies SettingRow,
  sources: setting((value: Value) => (isArray(value) ? value.map(String) : undefined), {
    type: 'list',
    items: { type: 'string', examples: ['scholar', 'serpapi', 'semantic_scholar', 'openalex'] },
    doc: 'The sources that `stats` asks, in order.',
  }),
  semantic_scholar: setting(identifier, {
    type: ['string', 'integer'],
    doc: "The author's id at Semantic Scholar.",
  }),
  openalex: setting(identifier, { type: 'string', doc: "The author's id at OpenAlex, or an ORCID." }),
};

const citationsOf = recordsOf(CITATIONS);

export const authorSettings = {
  title: text('The title of the site.'),
  name: text('The name of the site, where it has no title.'),
  tagline: text('A few words behind the title.'),
  description: text('What the site is about.'),
  url: setting(asWritten, {
    type: 'string',
    doc: 'The address of the host, without a path: https://example.org.',
  }),
  lang: text('The language of the site, such as en.'),
  locale: text('The language and region of the site, such as en_US.'),
  repository: setting(asWritten, { type: 'string', doc: 'The repository at GitHub: owner/name.' }),
  author: setting(asWritten, { type: ['hash', 'string'], keys: AUTHOR, doc: 'Whose site it is.' }),
  email: { doc: 'The e-mail address of the site.' },
  citations: setting(readCitations, {
    type: ['boolean', 'hash', 'string'],
    keys: CITATIONS,
    doc: 'Fills in how often papers are cited; true takes the usual places of the data.',
  }),
  googlescholar: id('The address of the Google Scholar profile, or its id.'),
  scholar_userid: id('The id of the Google Scholar profile.'),
  orcid_id: id("The author's ORCID."),
  semanticscholar_id: id("The author's id at Semantic Scholar."),
  social: { doc: 'Accounts elsewhere: name and links.' },
  twitter: { doc: 'The account at Twitter.' },
  facebook: { doc: 'The page at Facebook.' },
  logo: { doc: 'The path of the logo.' },
  analytics: { doc: 'Which service counts visitors.' },
  google_analytics_id: { doc: 'The id of the site at Google Analytics.' },
  google_site_verification: { doc: 'The token of Google Search Console.' },
  bing_site_verification: { doc: 'The token of Bing Webmaster Tools.' },
  baidu_site_verification: { doc: 'The token of Baidu.' },
  webmaster_verifications: { type: 'hash', doc: 'Tokens of search engines, by their names.' },
  compress_html: { doc: 'Options of the layout that compresses HTML.' },
  category_archive: { doc: "The theme's pages of categories." },
  tag_archive: { doc: "The theme's pages of tags." },
  archive_type: { doc: "The form of the theme's archives." },
} satisfies SettingTable;

function text(doc: string): SettingRow {
  return { type: ['string', 'number', 'time'], doc };
}

function id(doc: string) {
  return setting(identifier, { type: ['string', 'integer'], doc, neverSuggested: true });
}

/** The section, and whether it is switched on at all. */
function readCitations(value: Value) {
  return Object.assign(citationsOf(hashOrEmpty(value)), { isOn: isOn(value) });
}
