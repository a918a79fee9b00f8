// Measures how time grows with hostile input: CPU time, the median of five, at 25, 50, 100 and 200 kB.
//
//   node --expose-gc --max-semi-space-size=128 measure.mjs [PART OF A FAMILY'S NAME]
//
// The flags keep V8's collector out of the figures: without them it doubles the time of whichever run it falls into.
import { build } from 'esbuild';

const script = `
  export { families } from './families.ts';
  export { createMarkdown, jekyllKramdownDefaults } from '../../../src/engines/markdown/markdown.ts';`;
const { outputFiles } = await build({
  stdin: { contents: script, resolveDir: import.meta.dirname, loader: 'ts' },
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
  logLevel: 'error',
});
const module = `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`;
const { families, createMarkdown, jekyllKramdownDefaults } = await import(module);

const markdown = createMarkdown(jekyllKramdownDefaults);
const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const timed = (text) => {
  const runs = [];
  for (let n = 0; n < 5; n++) {
    globalThis.gc?.();
    const start = cpu();
    markdown.render(text);
    runs.push(cpu() - start);
  }
  return runs.sort((a, b) => a - b)[2];
};
for (let n = 0; n < 200; n++) markdown.render('# a *b* [c](d) `e`\n\n- f\n- g\n\n|h|i|\n\n<div>j</div>\n');
for (const [name, make] of Object.entries(families)) {
  if (process.argv[2] !== undefined && !name.includes(process.argv[2])) continue;
  // compiled before it is timed
  for (let n = 0; n < 3; n++) markdown.render(make(50_000));
  const times = [25_000, 50_000, 100_000, 200_000].map((length) => timed(make(length)));
  const ratios = times.slice(1).map((time, at) => time / times[at]);
  console.log(
    name.padEnd(36),
    times.map((time) => time.toFixed(1).padStart(8)).join(''),
    ratios.map((ratio) => ratio.toFixed(2)).join(' '),
  );
}
