/** The built-in tags: Liquid's and Jekyll's. */

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
import { linkTag } from './link.ts';
import { postUrlTag } from './post-url.ts';
import { renderTag } from './render.ts';
import { tablerowTag } from './tablerow.ts';

export const builtInTags: readonly TagDefinition[] = [
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
