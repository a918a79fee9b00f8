// The repository's own workload: a Jekyll site of as many posts as wanted, the same bytes for the same seed.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createChance } from './chance.mjs';
import { writePost } from './post.mjs';
import { paragraphFrom, TAGS, titleFrom } from './prose.mjs';
import { STYLESHEET } from './stylesheet.mjs';
import { THEME } from './theme.mjs';

const CONFIG = `title: Hill Observatory
description: The logbook of an observatory that is on no map.
url: https://observatory.example
lang: en
timezone: UTC
permalink: /log/:year/:month/:title/
observer:
  name: The night crew
  motto: One more exposure
  email: crew@observatory.example
  orcid: 0000-0000-0000-0000
  github: hill
  zenodo: hill
markdown: kramdown
highlighter: rouge
sass:
  style: compressed
plugins:
  - jekyll-feed
  - jekyll-sitemap
defaults:
  - scope: { path: "", type: posts }
    values: { layout: post }
  - scope: { path: "", type: pages }
    values: { layout: page }
`;

const DATA = {
  '_data/menu.yml': `- { title: Log, url: / }
- { title: Archive, url: /archive/ }
- { title: Tags, url: /tags/ }
- { title: Instruments, url: /instruments/ }
`,
  '_data/instruments.yml': `east: { name: East telescope, aperture: 60, since: 1961, note: "its mirror was polished twice" }
west: { name: West telescope, aperture: 40, since: 1988 }
finder: { name: The finder, aperture: 8, since: 1961 }
`,
  '_data/people.json': `[
  { "name": "First observer", "role": "Nights" },
  { "name": "Second observer", "role": "Mornings" },
  { "name": "The cat" }
]
`,
};

const PAGES = {
  'index.html': `---
title: Log
---
{% for post in site.posts limit: 10 %}<article><h2><a href="{{ post.url | relative_url }}">{{ post.title | escape }}</a></h2>
{{ post.excerpt }}</article>
{% endfor %}`,
  'archive.html': `---
title: Archive
permalink: /archive/
---
{% assign years = site.posts | group_by_exp: 'post', "post.date | date: '%Y'" %}
{% for year in years %}<h2>{{ year.name }}</h2><ul>
{% for post in year.items %}<li>{{ post.date | date: '%d %b' }} <a href="{{ post.url | relative_url }}">{{ post.title | escape }}</a></li>
{% endfor %}</ul>{% endfor %}`,
  'tags.html': `---
title: Tags
permalink: /tags/
---
{% assign names = '${TAGS.join(',')}' | split: ',' %}{% for name in names %}<h2 id="{{ name }}">{{ name }} ({{ site.tags[name].size }})</h2><ul>
{% for post in site.tags[name] limit: 20 %}<li><a href="{{ post.url | relative_url }}">{{ post.title | escape }}</a></li>
{% endfor %}</ul>{% endfor %}`,
  'instruments.md': `---
title: Instruments
permalink: /instruments/
---
{% for pair in site.data.instruments %}
## {{ pair[1].name }}
{{ pair[1].aperture }} cm, since {{ pair[1].since }}.
{% endfor %}`,
};

/** All files of the site, one after the other, as `{ path, text }`. */
export function* workloadFiles({ posts, seed }) {
  yield { path: '_config.yml', text: CONFIG };
  for (const [path, text] of Object.entries({ ...DATA, ...THEME, ...STYLESHEET, ...PAGES }))
    yield { path, text };
  for (let plate = 1; plate <= 12; plate++)
    yield {
      path: `assets/plates/${plate}.svg`,
      text: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="${plate / 4}"/></svg>\n`,
    };
  for (let number = 1; number <= Math.ceil(posts / 50); number++) {
    const chance = createChance(seed, `page ${number}`);
    const text = chance.times(3, 9, () => `## ${titleFrom(chance)}\n\n${paragraphFrom(chance)}`).join('\n\n');
    yield {
      path: `notes/note-${number}.md`,
      text: `---\ntitle: ${titleFrom(chance)}\n---\n\n${text}\n`,
    };
  }
  for (let number = 1; number <= posts; number++) yield writePost(seed, number);
}

export function writeWorkload(folder, sizes) {
  for (const { path, text } of workloadFiles(sizes)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
