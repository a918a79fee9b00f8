// What is said while it runs: on stderr only, in grey where a terminal listens.

const isGrey = process.stderr.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';

export function progress(text) {
  process.stderr.write(isGrey ? `\u001b[2m${text}\u001b[22m\n` : `${text}\n`);
}
