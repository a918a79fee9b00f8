// The stylesheet of the workload: one sheet of eight partials, with loops that make it as big as a theme's.

const settings = `$ink: #1d2433;
$paper: #fbfaf7;
$link: #2457a6;
$step: 8px;
$widths: (narrow: 480px, middle: 768px, wide: 1100px);
$hues: (photometry: 40, spectra: 280, weather: 200, hardware: 20, software: 160, teaching: 90, comets: 180);
`;

const mixins = `@mixin from($name) {
  @media (min-width: map-get($widths, $name)) { @content; }
}
@mixin card($space: $step * 2) {
  padding: $space;
  border: 1px solid lighten($ink, 60%);
  border-radius: $step;
  box-shadow: 0 1px 2px rgba($ink, .2);
}
@function steps($n) { @return $step * $n; }
`;

const type = `html { font: 100% / 1.6 Georgia, serif; color: $ink; background: $paper; }
@for $level from 1 through 6 {
  h#{$level} { font-size: 2.4rem - $level * .25rem; margin: steps(4) 0 steps(1); &:first-child { margin-top: 0; } }
}
a { color: $link; &:hover { color: darken($link, 12%); } &:visited { color: mix($link, $ink, 70%); } }
blockquote { margin: 0 0 0 steps(2); padding-left: steps(2); border-left: 3px solid rgba($link, .4); }
`;

const grid = `.columns { display: grid; grid-gap: steps(3); @include from(middle) { grid-template-columns: 14rem 1fr; } }
@each $name, $width in $widths {
  @for $span from 1 through 12 {
    .#{$name}-#{$span} { @media (min-width: $width) { width: percentage($span * .0833); } }
    .#{$name}-push-#{$span} { @media (min-width: $width) { margin-left: percentage($span * .0833); } }
  }
}
`;

const code = `pre, code { font-family: monospace; font-size: .9em; }
.highlight { @include card; overflow-x: auto; background: darken($paper, 3%);
  .k, .kd, .kn, .kr { color: #7a1fa2; } .s, .s1, .s2, .sb { color: #1b7f3b; } .c, .c1, .cm { color: #6b7280; font-style: italic; }
  .mi, .mf { color: #b3541e; } .nf, .nc { color: #1f5fa8; } .o, .p { color: $ink; }
}
`;

const table = `table { border-collapse: collapse; width: 100%;
  th, td { padding: steps(1) steps(2); border-bottom: 1px solid lighten($ink, 70%); }
  tr:nth-child(even) { background: darken($paper, 2%); }
}
`;

const tags = `.tags { list-style: none; padding: 0; li { display: inline-block; margin-right: steps(1); } }
@each $tag, $hue in $hues {
  .tag-#{$tag} { background: hsl($hue, 60%, 92%); color: hsl($hue, 70%, 25%);
    @for $weight from 1 through 9 { &.w#{$weight} { opacity: .1 * $weight; font-weight: 100 * $weight; } }
    &:hover { background: saturate(hsl($hue, 60%, 88%), 10%); }
  }
}
`;

const page = `.masthead { display: flex; justify-content: space-between; padding: steps(2); ul { display: flex; list-style: none; } li { margin: 0 steps(1); } }
.contact, .latest { @include card(steps(1)); }
figure { @extend .contact; margin: steps(3) 0; img { max-width: 100%; } figcaption { font-size: .85em; } }
.neighbours { display: flex; justify-content: space-between; }
footer { margin-top: steps(6); font-size: .85em; color: lighten($ink, 25%); }
`;

const PARTIALS = { settings, mixins, type, grid, code, table, tags, page };

/** Path → text. `@import`, because Jekyll's sassc knows no `@use`. */
export const STYLESHEET = {
  'assets/sky.scss': `---\n---\n${Object.keys(PARTIALS)
    .map((name) => `@import "${name}";\n`)
    .join('')}`,
  ...Object.fromEntries(Object.entries(PARTIALS).map(([name, text]) => [`_sass/_${name}.scss`, text])),
};
