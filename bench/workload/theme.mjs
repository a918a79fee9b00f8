// Layouts and includes of the workload: three layouts deep, some includes that read the site alone and some that read the page.

const head = `<head>
<meta charset="utf-8">
<title>{% if page.title %}{{ page.title | escape }} · {% endif %}{{ site.title }}</title>
{% assign about = page.excerpt | default: site.description | strip_html | normalize_whitespace | truncate: 160 %}
<meta name="description" content="{{ about | escape }}">
<link rel="canonical" href="{{ page.url | absolute_url }}">
<link rel="stylesheet" href="{{ '/assets/sky.css' | relative_url }}">
<link rel="alternate" type="application/atom+xml" href="{{ '/feed.xml' | relative_url }}">
{% if page.date %}<meta property="article:published_time" content="{{ page.date | date_to_xmlschema }}">{% endif %}
</head>
`;

const masthead = `<header class="masthead"><a class="name" href="{{ '/' | relative_url }}">{{ site.title }}</a>
<nav><ul>
{% for entry in site.data.menu %}<li><a href="{{ entry.url | relative_url }}">{{ entry.title }}</a></li>
{% endfor %}</ul></nav></header>
`;

/** A long row of conditions on the site's settings, as themes for academics have. */
const NETWORKS =
  'email orcid scholar github gitlab mastodon bluesky zenodo arxiv ads researchgate linkedin youtube'.split(
    ' ',
  );
const contact = `<aside class="contact"><h2>{{ site.observer.name }}</h2>
{% if site.observer.motto %}<p>{{ site.observer.motto }}</p>{% endif %}
<ul>
${NETWORKS.map((network) => `{% if site.observer.${network} %}<li class="${network}">{{ site.observer.${network} }}</li>{% endif %}`).join('\n')}
</ul></aside>
`;

const latest = `<section class="latest"><h2>Latest nights</h2><ol>
{% for post in site.posts limit: 5 %}<li><a href="{{ post.url | relative_url }}">{{ post.title | escape }}</a></li>
{% endfor %}</ol></section>
`;

const crumbs = `<p class="crumbs">{% assign steps = page.url | split: '/' %}{% for step in steps %}{% unless step == '' %}<span>{{ step | replace: '-', ' ' }}</span>{% unless forloop.last %} › {% endunless %}{% endunless %}{% endfor %}</p>
`;

const instrument = `{% assign used = site.data.instruments[page.instrument] %}{% if used %}<dl class="instrument">
<dt>{{ used.name }}</dt><dd>{{ used.aperture }} cm, since {{ used.since }}{% if used.note %}: {{ used.note }}{% endif %}</dd>
</dl>{% endif %}
`;

const neighbours = `<nav class="neighbours">
{% if page.previous %}<a rel="prev" href="{{ page.previous.url | relative_url }}">{{ page.previous.title | escape }}</a>{% endif %}
{% if page.next %}<a rel="next" href="{{ page.next.url | relative_url }}">{{ page.next.title | escape }}</a>{% endif %}
</nav>
`;

const figure = `<figure><img src="{{ '/assets/plates/' | append: include.plate | append: '.svg' | relative_url }}" alt="{{ include.caption | escape }}"><figcaption>{{ include.caption }}</figcaption></figure>
`;

const footer = `<footer><p>{{ site.title }}, {{ site.data.instruments | size }} instruments.</p><ul>
{% for person in site.data.people %}<li>{{ person.name }}{% if person.role %}, {{ person.role | downcase }}{% endif %}</li>
{% endfor %}</ul></footer>
`;

const base = `<!DOCTYPE html>
<html lang="{{ site.lang | default: 'en' }}">
{% include head.html %}
<body class="{{ page.layout }}">
{% include masthead.html %}
<div class="columns"><div class="side">{% include contact.html %}{% include latest.html %}</div>
<main>
{{ content }}
</main></div>
{% include footer.html %}
</body>
</html>
`;

const page = `---
layout: base
---
{% include crumbs.html %}
<h1>{{ page.title | escape }}</h1>
{{ content }}
`;

const post = `---
layout: page
---
{% assign words = content | strip_html | number_of_words %}
<p class="when"><time datetime="{{ page.date | date_to_xmlschema }}">{{ page.date | date: '%-d %B %Y' }}</time> · {{ words }} words, {{ words | divided_by: 180 | plus: 1 }} minutes</p>
<ul class="tags">{% for tag in page.tags %}<li><a href="{{ '/tags/' | relative_url }}#{{ tag | slugify }}">{{ tag }}</a></li>{% endfor %}</ul>
{% include instrument.html %}
{{ content }}
{% include neighbours.html %}
`;

/** Path → text. */
export const THEME = {
  '_layouts/base.html': base,
  '_layouts/page.html': page,
  '_layouts/post.html': post,
  '_includes/head.html': head,
  '_includes/masthead.html': masthead,
  '_includes/contact.html': contact,
  '_includes/latest.html': latest,
  '_includes/crumbs.html': crumbs,
  '_includes/instrument.html': instrument,
  '_includes/neighbours.html': neighbours,
  '_includes/figure.html': figure,
  '_includes/footer.html': footer,
};
