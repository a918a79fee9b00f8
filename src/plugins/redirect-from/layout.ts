/** The page that a redirect is, unless the site has a layout of the name `redirect`. */

const target = '{{ page.redirect.to }}';

export const REDIRECT_LAYOUT = [
  '<!DOCTYPE html>',
  '<html lang="en-US">',
  '  <meta charset="utf-8">',
  '  <title>Redirecting&hellip;</title>',
  `  <link rel="canonical" href="${target}">`,
  `  <script>location="${target}"</script>`,
  `  <meta http-equiv="refresh" content="0; url=${target}">`,
  '  <meta name="robots" content="noindex">',
  '  <h1>Redirecting&hellip;</h1>',
  `  <a href="${target}">Click here if you are not redirected.</a>`,
  '</html>',
  '',
].join('\n');
