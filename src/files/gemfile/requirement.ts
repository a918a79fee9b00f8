/** RubyGems' versions and the requirements on them: `Gem::Version`, `Gem::Requirement`. */

/** As Ruby's `<=>` of two versions: `2.10` is later than `2.9`, `3.0.pre` earlier than `3.0`. */
export function compareVersions(a: string, b: string): number {
  const [x, y] = [segmentsOf(a), segmentsOf(b)];
  for (let at = 0; at < Math.max(x.length, y.length); at++) {
    const [left, right] = [x[at] ?? 0, y[at] ?? 0];
    if (left === right) continue;
    if (typeof left === 'number' && typeof right === 'number') return left - right;
    if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : 1;
    return typeof left === 'string' ? -1 : 1;
  }
  return 0;
}

/** Whether a version meets every requirement; one that can't be read is met by none. */
export function satisfies(version: string, requirements: readonly string[]): boolean {
  return requirements.every((requirement) => {
    const { operator, bound } = readRequirement(requirement) ?? {};
    if (operator === undefined || bound === undefined) return false;
    const order = compareVersions(version, bound);
    switch (operator) {
      case '=':
        return order === 0;
      case '!=':
        return order !== 0;
      case '>':
        return order > 0;
      case '<':
        return order < 0;
      case '>=':
        return order >= 0;
      case '<=':
        return order <= 0;
      default:
        return order >= 0 && compareVersions(release(version), bumped(bound)) < 0;
    }
  });
}

/** The version that requirements name as one that meets them: that of `= 1.2`, `~> 1.2`, `>= 1.2`; undefined where none does. */
export function namedVersion(requirements: readonly string[]): string | undefined {
  const named = requirements.flatMap((requirement) => {
    const { operator = '', bound } = readRequirement(requirement) ?? {};
    return bound !== undefined && ['=', '~>', '>=', '<='].includes(operator) ? [bound] : [];
  });
  return named.find((version) => satisfies(version, requirements));
}

function readRequirement(text: string): { readonly operator: string; readonly bound: string } | undefined {
  const [, operator = '=', bound] = /^\s*(=|!=|>=|<=|~>|>|<)?\s*v?(\d[\w.-]*)\s*$/.exec(text) ?? [];
  return bound === undefined ? undefined : { operator, bound };
}

function segmentsOf(version: string): readonly (number | string)[] {
  const segments = Array.from(version.replaceAll('-', '.pre.').matchAll(/\d+|[a-z]+/gi), ([segment]) =>
    /^\d/.test(segment) ? Number(segment) : segment,
  );
  while (segments.length > 1 && segments.at(-1) === 0) segments.pop();
  return segments;
}

/** Without what makes it a pre-release. */
function release(version: string): string {
  return /^\d+(?:\.\d+)*/.exec(version)?.[0] ?? version;
}

/** The first version that `~>` no longer takes: `3` for `2.5`, `2.6` for `2.5.1`. */
function bumped(bound: string): string {
  const segments = release(bound).split('.').map(Number);
  if (segments.length > 1) segments.pop();
  segments.push((segments.pop() ?? 0) + 1);
  return segments.join('.');
}
