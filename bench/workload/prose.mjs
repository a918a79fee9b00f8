// Sentences of an observatory's logbook: grammatical, meaningless, with the Markdown that people write in running text.

const WHO =
  'the night crew|our second shift|the visiting student|the dome keeper|nobody on duty|the old guider|the new camera|the weather mast|the pipeline|the east telescope|the archive server|the mirror cell|the spectrograph|the filter wheel|the cooling loop|the whole array'.split(
    '|',
  );
const DID =
  'recorded|lost|found|repeated|explained|doubled|mistook|confirmed|questioned|calibrated|postponed|saved|ruined|averaged|inspected|improved'.split(
    '|',
  );
const WHAT =
  'forty exposures|a faint companion|the flat fields|one bad column|the light curve|a slow drift|the dark current|two cosmic rays|the focus run|its zero point|a ghost image|the sky background|an old comet|the period|three guide stars|the seeing estimate'.split(
    '|',
  );
const WHEN =
  'before midnight|after the clouds left|while the moon was up|during the second half|in spite of the wind|at low altitude|with the shutter half open|for the third time this week|as the notes of 1987 foretold|without touching the focus|on a very dry night|when the generator failed'.split(
    '|',
  );
const ASIDE =
  "It isn't the first time|Nobody was surprised|We'll try again|The log says \"good enough\"|That took an hour -- or two|Details follow...|The reviewers' question remains|So much for the forecast".split(
    '|',
  );
const SUBJECT =
  'Comets|Variables|Flat fields|Dust|The guider|Parallax|Mirrors|Bad columns|Twilight|Standards|The dome|Occultations'.split(
    '|',
  );
const TURN =
  'revisited|by hand|in winter|without tears|and their errors|one year later|in three plots|for beginners|against the wind|and what they hide'.split(
    '|',
  );

export const TAGS =
  'photometry|spectra|weather|hardware|software|teaching|outreach|comets|variables|archives'.split('|');

export const titleFrom = (chance) => `${chance.one(SUBJECT)} ${chance.one(TURN)}`;

export const phraseFrom = (chance) => chance.one(WHAT);

function adorned(chance, what) {
  switch (chance.between(1, 9)) {
    case 1:
      return `*${what}*`;
    case 2:
      return `**${what}**`;
    case 3:
      return `[${what}](https://observatory.example/plates/${chance.between(1, 9999)})`;
    case 4:
      return `${what} (\`frame_${chance.between(100, 999)}.fits\`)`;
    default:
      return what;
  }
}

/** One sentence, now and then with emphasis, code, a link; `note()` is asked for the mark of a footnote. */
export function sentenceFrom(chance, note) {
  const what = adorned(chance, chance.one(WHAT));
  const sentence = `${chance.one(WHO)} ${chance.one(DID)} ${what} ${chance.one(WHEN)}`;
  const mark = note !== undefined && chance.happens(0.06) ? note() : '';
  const aside = chance.happens(0.2) ? ` ${chance.one(ASIDE)}.` : '';
  return `${sentence[0].toUpperCase()}${sentence.slice(1)}.${mark}${aside}`;
}

export const paragraphFrom = (chance, note) => chance.times(3, 6, () => sentenceFrom(chance, note)).join(' ');
