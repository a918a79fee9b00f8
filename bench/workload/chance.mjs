// Numbers that look like chance and are the same every time: each text of the workload draws from a source of its own.

/** A source for a seed and a name; the same two give the same numbers on every machine. */
export function createChance(seed, name) {
  let state = mixed(`${seed}/${name}`);
  const draw = () => {
    // xorshift in 32 bits: never zero, because it does not start there
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const between = (low, high) => low + Math.floor(draw() * (high - low + 1));
  const one = (list) => list[between(0, list.length - 1)];
  return {
    between,
    one,
    happens: (share) => draw() < share,
    /** Different members of a list, in the list's order. */
    some: (list, count) => {
      const left = [...list];
      while (left.length > count) left.splice(between(0, left.length - 1), 1);
      return left;
    },
    times: (low, high, make) => Array.from({ length: between(low, high) }, (_, index) => make(index)),
  };
}

/** FNV-1a, stirred once more so that neighbouring names begin far apart. */
function mixed(text) {
  let sum = 0x811c9dc5;
  for (const letter of text) sum = Math.imul(sum ^ letter.charCodeAt(0), 0x01000193);
  sum = Math.imul(sum ^ (sum >>> 15), 0x2c1b3c6d);
  return (sum ^ (sum >>> 12)) | 1;
}
