/** What the server shows at one moment, and how it changes: a build that succeeded, a build that failed. Plain values. */

import type { Notices } from './page/notices.ts';
import type { Problems } from './page/problems-panel.ts';
import type { Preview } from './preview.ts';

export interface Scene {
  /** Tells this run of the server from another one. */
  readonly run: string;
  /** How many times what is shown has changed. */
  readonly build: number;
  /** Undefined until a build has succeeded. */
  readonly preview?: Preview;
  /** The last builds, oldest first, with the addresses that changed; null where there are too many to name. */
  readonly history: readonly { readonly build: number; readonly changed: readonly string[] | null }[];
  /** What keeps the newest state of the source from being built. */
  readonly problems?: Problems;
  /** Counts the sets of problems; 0 where there are none. */
  readonly problemsId: number;
  /** The last `problemsId` that was given out. */
  readonly problemsCount: number;
  /** Warnings of the build that is shown which change what a page shows. */
  readonly notices: Notices;
  /** Counts the sets of warnings that say something else. */
  readonly noticesId: number;
}

const NO_NOTICES: Notices = { diagnostics: [], sources: () => undefined };
const REMEMBERED_BUILDS = 8;
const MOST_ADDRESSES = 50;

export function emptyScene(run: string): Scene {
  return {
    run,
    build: 0,
    history: [{ build: 0, changed: [] }],
    problemsId: 0,
    problemsCount: 0,
    notices: NO_NOTICES,
    noticesId: 0,
  };
}

/** The name of a build, as pages and the stream carry it. */
export function buildName({ run }: Scene, build: number): string {
  return `${run}-${build}`;
}

/** After a build that succeeded; `changed` are addresses. Where none changed it is the same build to a browser. */
export function withPreview(scene: Scene, preview: Preview, changed: readonly string[]): Scene {
  const { problems: _, ...rest } = scene;
  const isFirst = scene.preview === undefined;
  if (changed.length === 0 && !isFirst) return { ...rest, preview, problemsId: 0 };
  const build = scene.build + 1;
  const entry = { build, changed: isFirst || changed.length > MOST_ADDRESSES ? null : changed };
  return {
    ...rest,
    preview,
    build,
    problemsId: 0,
    history: [...scene.history, entry].slice(-REMEMBERED_BUILDS),
  };
}

/** After a build that failed: what was shown stays. */
export function withProblems(scene: Scene, problems: Problems): Scene {
  const problemsCount = scene.problemsCount + 1;
  return { ...scene, problems, problemsId: problemsCount, problemsCount };
}

/** With the warnings of the build that is shown; the same ones again are nothing new to a browser. */
export function withNotices(scene: Scene, notices: Notices): Scene {
  const said = ({ diagnostics }: Notices): string => JSON.stringify(diagnostics);
  const isSame = said(notices) === said(scene.notices);
  return { ...scene, notices, noticesId: isSame ? scene.noticesId : scene.noticesId + 1 };
}

/** What the stream sends: build numbers, addresses and whether something is wrong, never content. */
export function sceneMessage(scene: Scene): string {
  return JSON.stringify({
    build: buildName(scene, scene.build),
    problems: scene.problemsId,
    notices: scene.notices.diagnostics.length === 0 ? '' : buildName(scene, scene.noticesId),
    builds: scene.history.map(({ build, changed }) => ({ build: buildName(scene, build), changed })),
  });
}
