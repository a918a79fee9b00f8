/** The order in which plugins generate: Jekyll's priorities, and within one of them the order of loading. */

import type { Plugin, Priority } from '../api/plugin.ts';

/** The numbers of Jekyll's `Plugin::PRIORITIES`: the greatest generates first. */
export const PRIORITIES: Readonly<Record<Priority, number>> = {
  highest: 100,
  high: 10,
  normal: 0,
  low: -10,
  lowest: -100,
};

/** Plugins in the order in which they generate: by priority, and within one as they were loaded. */
export function orderPlugins(plugins: readonly Plugin[]): readonly Plugin[] {
  const rank = ({ priority = 'normal' }: Plugin) => PRIORITIES[priority];
  return plugins.toSorted((a, b) => rank(b) - rank(a));
}
