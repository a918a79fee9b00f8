/** The terms of CSL in English: what is printed without a locale file. */

/** A line each: the term, then its forms, the long one first. `a/b`: one and several. */
const TERMS = `
accessed = accessed
advance-online-publication = advance online publication; short adv. online pub.
and = and; symbol &
and others = and others
anonymous = anonymous; short anon.
at = at; symbol @
available at = available at; short avail. at
by = by
circa = circa; short c.
cited = cited; short cit.
et-al = et al.
film = film; short flm.
forthcoming = forthcoming
from = from; short fr.
henceforth = henceforth
ibid = ibid.
in = in
in press = in press
internet = internet
letter = letter; short let.
loc-cit = loc. cit.
no date = no date; short n.d.
no-place = no place; short n.p.
no-publisher = no publisher; short n.p.
on = on
online = online
op-cit = op. cit.
original-work-published = original work published; short orig. pub.
personal-communication = personal communication; short pers. comm.
podcast = podcast
preprint = preprint
presented at = presented at the
reference = reference/references; short ref./refs.
retrieved = retrieved; short rtvd.
review-of = review of; short rev. of
scale = scale; short sc.
special-issue = special issue; short spec. iss.
special-section = special section; short spec. sec.
video = video; short vid.
working-paper = working paper; short wkg. paper
article = preprint
article-journal = journal article; short jour. art.
article-magazine = magazine article; short mag. art.
article-newspaper = newspaper article; short newspaper art.
bill = bill
broadcast = broadcast; short bdcst.
classic = classical work; short class. wk.
collection = archival collection; short arch. coll.
dataset = dataset
document = document; short doc.
entry = entry
entry-dictionary = dictionary entry; short dict. entry
entry-encyclopedia = encyclopedia entry; short ency. entry
event = event
graphic = graphic; short gr.
hearing = hearing; verb testimony of; verb-short test. of
interview = interview; short int.
legal_case = legal case; short leg. case
legislation = legislation; short legis.
manuscript = manuscript; short MS/MSS
map = map
motion_picture = video recording; short vid. rec.
musical_score = musical score; short mus. score
pamphlet = pamphlet; short pam.
paper-conference = conference paper; short conf. paper
patent = patent; short pat.
performance = performance; short prfm.
periodical = periodical
personal_communication = personal communication; short pers. comm.
post = post
post-weblog = blog post
regulation = regulation; short reg.
report = report; short rep.
review = review; short rev.; verb review of; verb-short rev. of
review-book = book review; short bk. rev.; verb review of the book; verb-short rev. of the bk.
software = software; short sftw.
song = audio recording; short au. rec.
speech = presentation
standard = standard; short std.
thesis = thesis; short thes.
treaty = treaty
webpage = webpage; short webpg.
ad = _AD
bc = _BC
bce = _BCE
ce = _CE
open-quote = “
close-quote = ”
open-inner-quote = ‘
close-inner-quote = ’
page-range-delimiter = –
colon = :
comma = ,
ordinal = th
ordinal-01 = st
ordinal-02 = nd
ordinal-03 = rd
ordinal-11 = th
ordinal-12 = th
ordinal-13 = th
long-ordinal-01 = first
long-ordinal-02 = second
long-ordinal-03 = third
long-ordinal-04 = fourth
long-ordinal-05 = fifth
long-ordinal-06 = sixth
long-ordinal-07 = seventh
long-ordinal-08 = eighth
long-ordinal-09 = ninth
long-ordinal-10 = tenth
act = act/acts
appendix = appendix/appendices; short app./apps.
article-locator = article/articles; short art./arts.
book = book/books; short bk./bks.
canon = canon/canons; short can./cann.
chapter = chapter/chapters; short chap./chaps.; symbol c./cc.
column = column/columns; short col./cols.
elocation = location/locations; short loc./locs.
equation = equation/equations; short eq./eqq.
figure = figure/figures; short fig./figs.
folio = folio/folios; short fol./fols.
issue = issue/issues; short no./nos.
line = line/lines; short l./ll.
note = note/notes; short n./nn.
opus = opus/opera; short op./opp.
page = page/pages; short p./pp.
paragraph = paragraph/paragraphs; short para./paras.; symbol ¶/¶¶
part = part/parts; short pt./pts.
rule = rule/rules; short r./rr.
scene = scene/scenes; short sc./scs.
section = section/sections; short sec./secs.; symbol §/§§
sub-verbo = sub verbo/sub verbis; short s.v./s.vv.
supplement = supplement/supplements; short supp./supps.
table = table/tables; short tbl./tbls.
title-locator = title/titles; short tit./titt.
verse = verse/verses; short v./vv.
volume = volume/volumes; short vol./vols.
chapter-number = chapter/chapters; short chap./chaps.
citation-number = citation/citations; short cit./cits.
collection-number = number/numbers; short no./nos.
edition = edition/editions; short ed./eds.
first-reference-note-number = note/notes; short n./nn.
number = number/numbers; short no./nos.
number-of-pages = page/pages; short p./pp.
number-of-volumes = volume/volumes; short vol./vols.
page-first = page/pages; short p./pp.
printing = printing/printings; short ptg./ptgs.
version = version/versions; short v.
chair = chair/chairs; verb chaired by
collection-editor = editor/editors; short ed./eds.; verb edited by; verb-short ed. by
compiler = compiler/compilers; short comp./comps.; verb compiled by; verb-short comp. by
composer = ; verb composed by; verb-short comp. by
container-author = ; verb by
contributor = contributor/contributors; short contrib./contribs.; verb with
curator = curator/curators; short cur./curs.; verb curated by; verb-short cur. by
director = director/directors; short dir./dirs.; verb directed by; verb-short dir. by
editor = editor/editors; short ed./eds.; verb edited by; verb-short ed. by
editortranslator = editor & translator/editors & translators; short ed. & trans./eds. & trans.; verb edited & translated by; verb-short ed. & trans. by
editorial-director = editor/editors; short ed./eds.; verb edited by; verb-short ed. by
executive-producer = executive producer/executive producers; short exec. prod./exec. prods.; verb executive produced by
host = host/hosts; verb hosted by
illustrator = illustrator/illustrators; short ill./ills.; verb illustrated by; verb-short ill. by
interviewer = ; verb interview by
narrator = narrator/narrators; short narr./narrs.; verb narrated by; verb-short narr. by
organizer = organizer/organizers; short org./orgs.; verb organized by; verb-short org. by
original-author = ; verb by
performer = performer/performers; short perf./perfs.; verb performed by; verb-short perf. by
producer = producer/producers; short prod./prods.; verb produced by; verb-short prod. by
recipient = ; verb to
reviewed-author = ; verb by
script-writer = writer/writers; short wrtr./wrtrs.; verb written by; verb-short writ. by
series-creator = series creator/series creators; short ser. creator/ser. creators; verb created by
translator = translator/translators; short trans.; verb translated by; verb-short trans. by
month-01 = January; short Jan.
month-02 = February; short Feb.
month-03 = March; short Mar.
month-04 = April; short Apr.
month-05 = May; short May
month-06 = June; short June
month-07 = July; short July
month-08 = August; short Aug.
month-09 = September; short Sept.
month-10 = October; short Oct.
month-11 = November; short Nov.
month-12 = December; short Dec.
season-01 = Spring
season-02 = Summer
season-03 = Autumn
season-04 = Winter
`;

export interface EnglishTerm {
  readonly name: string;
  readonly form: string;
  readonly single: string;
  readonly multiple: string;
}

/** All terms with their forms. A `_` at the beginning is a space. */
export const ENGLISH_TERMS: readonly EnglishTerm[] = TERMS.trim()
  .split('\n')
  .flatMap((line) => {
    const [name = '', forms = ''] = line.split(' = ');
    return forms.split('; ').map((written, at) => {
      const [, form = '', text = ''] =
        at === 0 ? ['', 'long', written] : (/^(\S+) (.*)$/.exec(written) ?? []);
      const [single = '', multiple = single] = text.replace(/^_/, ' ').split('/');
      return { name: name.trim(), form, single, multiple };
    });
  });

/** How dates are written: the parts, each with what follows it. */
export const ENGLISH_DATES = {
  text: '<date form="text"><date-part name="month" suffix=" "/><date-part name="day" suffix=", "/><date-part name="year"/></date>',
  numeric:
    '<date form="numeric"><date-part name="month" form="numeric-leading-zeros" suffix="/"/><date-part name="day" form="numeric-leading-zeros" suffix="/"/><date-part name="year"/></date>',
} as const;
