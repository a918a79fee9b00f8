/** How GitHub Pages gets the site, and what it would make otherwise: reported once, because nothing in a repository can choose it. */

import { doctorMessages } from '../../diagnostics/catalogue/program/doctor.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import type { Check } from '../checked-site.ts';
import { remoteName } from '../github-home.ts';
import { pagesDifferences } from '../pages-differences.ts';

const FOLDER = '.github/workflows';

export const pagesSource: Check = {
  name: 'source of GitHub Pages',
  examine(site, report) {
    const { config, files, repository } = site;
    if (remoteName(repository) === undefined) return;
    const workflows = files.list(FOLDER).filter((name) => /\.ya?ml$/.test(name));
    const texts = workflows.map((name) => ({
      path: `${FOLDER}/${name}`,
      text: files.read(`${FOLDER}/${name}`),
    }));
    // one that pushes what it built to a branch needs no choice
    if (texts.some(({ text }) => /gh-pages/.test(text ?? ''))) return;
    const workflow = texts.find(({ text }) => /actions\/deploy-pages\b/.test(text ?? ''))?.path;
    const place = workflow === undefined ? {} : { place: { file: workflow, line: 1, column: 1 } };
    report(diagnose(doctorMessages.pagesSource, { workflow }, place));
    // it builds what this build was made like, or something else
    if (workflow !== undefined || config.rules.configuration !== undefined) return;
    for (const changes of pagesDifferences(site)) report(diagnose(doctorMessages.pagesDiffers, { changes }));
  },
};
