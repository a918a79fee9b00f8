/** What the server shows at one moment, and how a build that succeeds or fails changes it. Plain values. */

import type { Notices } from './page/notices.ts';
import type { Problems } from './page/problems-panel.ts';
import type { ServedSite } from './served-site.ts';

export interface PreviewState {
  /** Distinguishes this run of the server from others. */
  readonly run: string;
  /** How many times what is shown has changed. */
  readonly build: number;
  /** Undefined until a build has succeeded. */
  readonly site?: ServedSite;
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

export function initialState(run: string): PreviewState {
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

/** The id of a build in pages and in the reload stream. */
export function buildId({ run }: PreviewState, build: number): string {
  return `${run}-${build}`;
}

/** After a build that succeeded; `changed` are addresses. Where none changed it is the same build to a browser. */
export function withSite(state: PreviewState, site: ServedSite, changed: readonly string[]): PreviewState {
  const { problems: _, ...rest } = state;
  const isFirst = state.site === undefined;
  if (changed.length === 0 && !isFirst) return { ...rest, site, problemsId: 0 };
  const build = state.build + 1;
  const entry = { build, changed: isFirst || changed.length > MOST_ADDRESSES ? null : changed };
  return {
    ...rest,
    site,
    build,
    problemsId: 0,
    history: [...state.history, entry].slice(-REMEMBERED_BUILDS),
  };
}

/** After a build that failed: what was shown stays. */
export function withProblems(state: PreviewState, problems: Problems): PreviewState {
  const problemsCount = state.problemsCount + 1;
  return { ...state, problems, problemsId: problemsCount, problemsCount };
}

/** With the warnings of the build that is shown; the same ones again are no news to a browser. */
export function withNotices(state: PreviewState, notices: Notices): PreviewState {
  const textOf = ({ diagnostics }: Notices): string => JSON.stringify(diagnostics);
  const isSame = textOf(notices) === textOf(state.notices);
  return { ...state, notices, noticesId: isSame ? state.noticesId : state.noticesId + 1 };
}

/** What the stream sends: build numbers, addresses and whether something is wrong, never content. */
export function stateMessage(state: PreviewState): string {
  return JSON.stringify({
    build: buildId(state, state.build),
    problems: state.problemsId,
    notices: state.notices.diagnostics.length === 0 ? '' : buildId(state, state.noticesId),
    builds: state.history.map(({ build, changed }) => ({ build: buildId(state, build), changed })),
  });
}
