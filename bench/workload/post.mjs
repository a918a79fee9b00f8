// One post of the workload: front matter and a body with everything that posts on research sites hold.

import { createChance } from './chance.mjs';
import { codeFrom } from './code-blocks.mjs';
import { paragraphFrom, phraseFrom, sentenceFrom, TAGS, titleFrom } from './prose.mjs';

const FIRST_DAY = Date.UTC(1995, 0, 1);
const DAY = 86_400_000;
/** So that even 30,000 posts end before today. */
const POSTS_A_DAY = 3;

/** The post of that number as `{ path, text }`: the same whatever the number of posts, so a big site holds the small one. */
export function writePost(seed, number) {
  const chance = createChance(seed, `post ${number}`);
  const time = FIRST_DAY + Math.floor(number / POSTS_A_DAY) * DAY;
  const day = new Date(time).toISOString().slice(0, 10);
  const hour = String(6 + (number % POSTS_A_DAY)).padStart(2, '0');
  const title = titleFrom(chance);
  const slug = title.toLowerCase().replaceAll(/[^a-z]+/g, '-');
  const front = [
    '---',
    `title: "${title}"`,
    `date: ${day} ${hour}:00:00 +0000`,
    `tags: [${chance.some(TAGS, chance.between(1, 3)).join(', ')}]`,
    `instrument: ${chance.one(['east', 'west', 'finder'])}`,
    '---',
  ];
  return {
    path: `_posts/${day}-${slug}-${number}.md`,
    text: `${front.join('\n')}\n\n${bodyFrom(chance)}\n`,
  };
}

function bodyFrom(chance) {
  const notes = [];
  const note = () => `[^${notes.push(sentenceFrom(chance))}]`;
  const parts = [paragraphFrom(chance), paragraphFrom(chance, note)];
  const kinds = [codeFrom, table, list, steps, quote, figure, codeFrom];
  for (const [index, kind] of kinds.entries()) {
    const level = index % 3 === 2 ? '###' : '##';
    parts.push(`${level} ${titleFrom(chance)}`, paragraphFrom(chance, note));
    if (chance.happens(0.8)) parts.push(kind(chance));
    if (chance.happens(0.3)) parts.push(paragraphFrom(chance, note));
  }
  parts.push(
    `All nights are in [the archive]({{ '/archive/' | relative_url }}); more on {{ page.instrument }} follows.`,
  );
  parts.push(...notes.map((text, index) => `[^${index + 1}]: ${text}`));
  return parts.join('\n\n');
}

const list = (chance) =>
  chance
    .times(3, 6, () => {
      const inner = chance.happens(0.3) ? `\n  - ${sentenceFrom(chance)}\n  - ${sentenceFrom(chance)}` : '';
      return `- ${sentenceFrom(chance)}${inner}`;
    })
    .join('\n');

const steps = (chance) => chance.times(3, 5, (index) => `${index + 1}. ${sentenceFrom(chance)}`).join('\n');

const quote = (chance) => `> ${paragraphFrom(chance)}\n>\n> ${sentenceFrom(chance)}`;

const figure = (chance) =>
  `{% include figure.html plate=${chance.between(1, 12)} caption="Plate of ${phraseFrom(chance)}" %}`;

function table(chance) {
  const rows = chance.times(3, 8, () => {
    const numbers = [1, 2, 3].map(() => (chance.between(0, 9999) / 100).toFixed(2));
    return `| ${phraseFrom(chance)} | ${numbers.join(' | ')} |`;
  });
  return ['| object | V | B | error |', '|:--|--:|--:|:-:|', ...rows].join('\n');
}
