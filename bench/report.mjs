// Turns medians into the Markdown that is printed: aims first, then each site's builds, then serving, then what went wrong.

import { judge } from './rows.mjs';
import { markdownTable, threeDigits, whole } from './table.mjs';

/** All sections as one text; see bench.mjs for what is in `results`. */
export function reportText(results) {
  const sections = [
    '# Benchmark',
    list(results.facts),
    ...results.notes,
    results.rows.some(({ aims }) => aims.some(({ most }) => most !== undefined)) ? '## Aims' : '## Ratios',
    aimsTable(results),
    ...results.builds.flatMap(buildsSection),
    ...servingSection(results),
    ...(results.warnings.length > 0 ? ['## To be looked at', list(results.warnings)] : []),
    `Every round as a line of JSON: ${results.raw}`,
  ];
  return `${sections.join('\n\n')}\n`;
}

/** One line for each aim of each row, its ratio or milliseconds in front. */
export function aimsTable({ rows, figures, sizes }) {
  const lines = rows.flatMap((row) =>
    row.aims.map((aim) => {
      const { value, met, missing } = judge(aim, figures);
      const isTime = aim.to === undefined;
      return [
        row.number,
        missing.length > 0 ? '–' : isTime ? whole(value) : threeDigits(value),
        withSizes(aim.name, sizes),
        withSizes(row.title, sizes),
        aim.most === undefined ? '' : `≤ ${aim.most}`,
        missing.length > 0 ? `no figure for ${missing.join(', ')}` : { true: 'yes', false: '**no**' }[met],
      ];
    }),
  );
  return markdownTable(
    ['row', 'figure', 'is', 'of', 'aim', 'met'],
    'lrllrl',
    lines.map((line) => line.map((cell) => cell ?? '')),
  );
}

function buildsSection({ site, medians, equality, absent }) {
  const cpuOf = (peer) => medians.get(peer)?.cpu;
  const lines = [...medians].map(([peer, { cpu, wall, memory }]) => [
    peer === 'node' ? 'node -e 0' : peer === 'hastie again' ? 'hastie, nothing changed' : peer,
    ...['jekyll', 'hugo', 'node'].map((other) => threeDigits(cpu / cpuOf(other))),
    threeDigits(cpu),
    threeDigits(wall),
    whole(memory),
  ]);
  const remarks = [...equalityRemarks(equality), ...absent];
  return [
    `## Builds: ${site.label}`,
    markdownTable(
      ['', 'CPU ÷ Jekyll', 'CPU ÷ Hugo', 'CPU ÷ node -e 0', 'CPU s', 'wall s', 'peak MB'],
      'lrrrrrr',
      lines,
    ),
    ...(remarks.length > 0 ? [list(remarks)] : []),
  ];
}

/** A speed figure of a wrong page is worth nothing, so the equal ones are counted. */
export function equalityRemarks(equality) {
  if (equality === undefined) return ['Not compared with Jekyll’s output'];
  const { pages, equalPages, files, differ } = equality;
  const counts = `${equalPages} of ${pages} pages and ${files - differ.length} of ${files} files are Jekyll’s to the byte (stylesheets and the feed’s date left out)`;
  if (differ.length === 0) return [counts];
  const shown = differ.slice(0, 5).join(', ');
  return [
    `**Differs from Jekyll**: ${counts}; not ${shown}${differ.length > 5 ? `, and ${differ.length - 5} more` : ''}`,
  ];
}

function servingSection({ serving, rows, sizes }) {
  if (serving.size === 0) return [];
  const lines = [...serving].map(([id, measured]) => {
    const row = rows.find((each) => each.id === id);
    const beside = ['clean build', 'sass-embedded'].filter((name) => measured[name] !== undefined);
    return [
      withSizes(row.title, sizes),
      measured.file,
      // a layout has no page of its own
      row.serve === 'layout' ? '–' : whole(measured.own),
      whole(measured.all),
      measured.pages,
      beside.map((name) => `${name}: ${whole(measured[name])}`).join(', '),
    ];
  });
  return [
    '## Serving: milliseconds of wall time from the save until it is on disk',
    markdownTable(['', 'saved', 'its page', 'every dependent file', 'files', 'beside it'], 'llrrrl', lines),
  ];
}

const list = (lines) => lines.map((line) => `- ${line}`).join('\n');

const withSizes = (text, sizes) =>
  text.replaceAll(/{(\w+)}/g, (_, name) => sizes[name].toLocaleString('en-GB'));
