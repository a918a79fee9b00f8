// A burst of changes from another process, as a checkout or a generator would make them: `storm.mjs FOLDER FILES SEED`.

import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';

const [folder, files, seed] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];

for (let i = 0; i < files; i++) {
  const name = `${folder}/many/${i % 20}/file-${i}.txt`;
  switch ((i + seed) % 5) {
    case 0:
      rmSync(name, { force: true });
      break;
    case 1:
      // The way of most editors and of git: beside it, then into its place.
      rmSync(name, { force: true });
      writeFileSync(`${name}~`, `${seed} ${i}\n`);
      renameSync(`${name}~`, name);
      break;
    default:
      writeFileSync(name, `${seed} ${i}\n`);
  }
}
writeFileSync(
  `${folder}/index.md`,
  `---\ntitle: Storm ${seed}\n---\nafter {{ page.title }}: {{ site.data.n }}\n`,
);
mkdirSync(`${folder}/_data`, { recursive: true });
writeFileSync(`${folder}/_data/n.yml`, `${seed}\n`);
rmSync(`${folder}/moved-${seed - 1}`, { recursive: true, force: true });
mkdirSync(`${folder}/new-${seed}`);
writeFileSync(`${folder}/new-${seed}/page.md`, `---\n---\npage ${seed}\n`);
renameSync(`${folder}/new-${seed}`, `${folder}/moved-${seed}`);
