// Programs of an observatory in the three languages of the workload, with numbers and names that vary.

const NAMES = 'exposure flat dark bias frame plate field star sky guide'.split(' ');

/** A fenced block. */
export function codeFrom(chance) {
  const [language, write] = chance.one([
    ['python', python],
    ['bash', bash],
    ['js', javascript],
  ]);
  return `\`\`\`${language}\n${write(chance)}\`\`\``;
}

function python(chance) {
  const name = chance.one(NAMES);
  return `"""Reduces the ${name}s of one night."""
from pathlib import Path
import statistics as st

GAIN = ${chance.between(1, 4)}.${chance.between(10, 99)}  # electrons per count


def load_${name}s(night: Path, limit=${chance.between(10, 400)}):
    for path in sorted(night.glob("${name}-*.txt"))[:limit]:
        with path.open() as lines:
            yield path.stem, [float(x) * GAIN for x in lines if not x.startswith("#")]


@staticmethod
def clip(values, sigma=${chance.between(2, 5)}.0):
    mean, spread = st.mean(values), st.pstdev(values) or 1e-${chance.between(3, 9)}
    kept = [v for v in values if abs(v - mean) < sigma * spread]
    return clip(kept, sigma) if len(kept) < len(values) else kept


if __name__ == "__main__":
    for stem, counts in load_${name}s(Path("nights") / "${chance.between(1980, 2020)}"):
        print(f"{stem:>12s} {st.median(clip(counts)):9.${chance.between(1, 4)}f}")
`;
}

function bash(chance) {
  const name = chance.one(NAMES);
  return `#!/bin/bash
# fetches the ${name}s and counts them
night=\${1:?which night}
mkdir -p "/data/$night" && cd "/data/$night" || exit 1
for n in $(seq 1 ${chance.between(5, 60)}); do
  [[ -s ${name}-$n.txt ]] && continue
  curl -sS --retry ${chance.between(2, 9)} -o "${name}-$n.txt" "https://observatory.example/raw/$night/$n" || {
    echo "no ${name} $n" >&2
    break
  }
done
awk '$2 > ${chance.between(100, 900)} { sum += $2; n++ } END { print n, sum / (n ? n : 1) }' ${name}-*.txt | tee summary.txt
`;
}

function javascript(chance) {
  const name = chance.one(NAMES);
  return `// draws the light curve of one ${name}
const WIDTH = ${chance.between(300, 900)};

function* windows(points, size = ${chance.between(3, 15)}) {
  for (let i = 0; i + size <= points.length; i += size) yield points.slice(i, i + size);
}

export const smooth = (points) =>
  [...windows(points)].map((some) => ({
    t: some[0].t,
    mag: some.reduce((sum, { mag }) => sum + mag, 0) / some.length,
  }));

async function draw(canvas, url) {
  const { ${name} = [] } = await (await fetch(url)).json();
  const pen = canvas.getContext('2d');
  if (!${name}.length) throw new Error(\`nothing at \${url}\`);
  smooth(${name}).forEach(({ t, mag }, i) => (i ? pen.lineTo(t % WIDTH, mag * ${chance.between(5, 40)}) : pen.moveTo(0, 0)));
  pen.stroke();
}
`;
}
