/** The built-in tags: Liquid's and Jekyll's. */

import type { LiquidDialect } from '../dialect.ts';
import type { TagDefinition } from '../tag.ts';
import { assignTag } from './assign.ts';
import { captureTag } from './capture.ts';
import { caseTag } from './case.ts';
import { commentTag, inlineCommentTag, rawTag } from './comment.ts';
import { decrementTag, incrementTag } from './counters.ts';
import { cycleTag } from './cycle.ts';
import { echoTag } from './echo.ts';
import { forTag } from './for.ts';
import { highlightTag } from './highlight.ts';
import { ifTag, unlessTag } from './if.ts';
import { ifchangedTag } from './ifchanged.ts';
import { includeCachedTag, includeRelativeTag, includeTag } from './include.ts';
import { breakTag, continueTag } from './interrupt.ts';
import { linkTag, plainLinkTag } from './link.ts';
import { plainPostUrlTag, postUrlTag } from './post-url.ts';
import { renderTag } from './render.ts';
import { tablerowTag } from './tablerow.ts';

const BUILT_IN: readonly TagDefinition[] = [
  assignTag,
  breakTag,
  captureTag,
  caseTag,
  commentTag,
  continueTag,
  cycleTag,
  decrementTag,
  echoTag,
  forTag,
  highlightTag,
  ifTag,
  ifchangedTag,
  includeCachedTag,
  includeRelativeTag,
  includeTag,
  incrementTag,
  inlineCommentTag,
  linkTag,
  postUrlTag,
  rawTag,
  renderTag,
  tablerowTag,
  unlessTag,
];

/** What Liquid 4 does not have, or Jekyll 3 has otherwise. */
const LACKING: ReadonlySet<TagDefinition> = new Set([
  echoTag,
  inlineCommentTag,
  renderTag,
  linkTag,
  postUrlTag,
]);

/** The built-in tags of a dialect. In Jekyll 3, `link` and `post_url` leave the baseurl out. */
export function tagsOf(dialect: LiquidDialect): readonly TagDefinition[] {
  if (dialect === 'jekyll-4') return BUILT_IN;
  return [...BUILT_IN.filter((tag) => !LACKING.has(tag)), plainLinkTag, plainPostUrlTag];
}
