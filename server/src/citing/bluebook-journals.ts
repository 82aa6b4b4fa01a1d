/**
 * Names of journals as the Bluebook abbreviates them: word by word, from the words of table T13.2 that journals of law,
 * politics and technology have in their names (from memory, as the table is not public).
 */

const words: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  academy: 'Acad.',
  administration: 'Admin.',
  administrative: 'Admin.',
  affairs: 'Affs.',
  africa: 'Afr.',
  african: 'Afr.',
  america: 'Am.',
  american: 'Am.',
  annual: 'Ann.',
  arbitration: 'Arb.',
  association: "Ass'n",
  australian: 'Austl.',
  british: 'Brit.',
  bulletin: 'Bull.',
  business: 'Bus.',
  california: 'Calif.',
  canadian: 'Can.',
  center: 'Ctr.',
  centre: 'Ctr.',
  chicago: 'Chi.',
  columbia: 'Colum.',
  commercial: 'Com.',
  communication: "Commc'n",
  communications: "Commc'ns",
  comparative: 'Compar.',
  computer: 'Comput.',
  computers: 'Comput.',
  conference: 'Conf.',
  constitutional: 'Const.',
  contemporary: 'Contemp.',
  criminal: 'Crim.',
  defense: 'Def.',
  development: 'Dev.',
  digest: 'Dig.',
  diplomacy: 'Dipl.',
  diplomatic: 'Dipl.',
  economic: 'Econ.',
  economics: 'Econ.',
  economy: 'Econ.',
  education: 'Educ.',
  environmental: "Env't",
  europe: 'Eur.',
  european: 'Eur.',
  federal: 'Fed.',
  forum: 'F.',
  foundation: 'Found.',
  georgetown: 'Geo.',
  german: 'Ger.',
  global: 'Glob.',
  government: "Gov't",
  harvard: 'Harv.',
  history: 'Hist.',
  human: 'Hum.',
  information: 'Info.',
  institute: 'Inst.',
  intellectual: 'Intell.',
  international: "Int'l",
  journal: 'J.',
  justice: 'Just.',
  law: 'L.',
  magazine: 'Mag.',
  management: 'Mgmt.',
  melbourne: 'Melb.',
  michigan: 'Mich.',
  military: 'Mil.',
  minnesota: 'Minn.',
  modern: 'Mod.',
  national: "Nat'l",
  northwestern: 'Nw.',
  organization: 'Org.',
  pacific: 'Pac.',
  pennsylvania: 'Pa.',
  philosophy: 'Phil.',
  policy: "Pol'y",
  political: 'Pol.',
  politics: 'Pol.',
  practice: 'Prac.',
  privacy: 'Priv.',
  problems: 'Probs.',
  proceedings: 'Proc.',
  property: 'Prop.',
  public: 'Pub.',
  quarterly: 'Q.',
  regulation: 'Regul.',
  relations: 'Rels.',
  report: 'Rep.',
  reports: 'Reps.',
  research: 'Rsch.',
  review: 'Rev.',
  rights: 'Rts.',
  school: 'Sch.',
  science: 'Sci.',
  sciences: 'Scis.',
  security: 'Sec.',
  social: 'Soc.',
  society: "Soc'y",
  stanford: 'Stan.',
  state: 'St.',
  studies: 'Stud.',
  technology: 'Tech.',
  telecommunications: 'Telecomm.',
  texas: 'Tex.',
  transnational: "Transnat'l",
  university: 'U.',
  vanderbilt: 'Vand.',
  virginia: 'Va.',
  washington: 'Wash.',
  yearbook: 'Y.B.',
});

/** Words that fall away between the others; `on` and `for` stay. */
const dropped = new Set(['a', 'an', 'at', 'in', 'of', 'the']);

/**
 * `33 J. Cyber Pol'y`: the name of an English journal with the words that the table abbreviates. A name of one word, and one
 * in which the table knows nothing, stay as they are.
 */
export function abbreviateJournal(name: string): string {
  const written = name
    .replace(/\bUnited Nations\b/g, 'U.N.')
    .replace(/\bNew York\b/g, 'N.Y.')
    .split(' ');
  const known = written.some((word) => words[word.toLowerCase()] !== undefined);
  const spoken = written.filter((word) => !dropped.has(word.toLowerCase()));
  if (!known || spoken.length < 2) return name;
  return spoken
    .map((word) => {
      if (word.toLowerCase() === 'and') return '&';
      const [, before = '', bare = '', after = ''] = /^(\(?)(.*?)([),:]*)$/.exec(word)!;
      return before + (words[bare.toLowerCase()] ?? bare) + after;
    })
    .join(' ')
    .replace(/\bL\. (?=[JQ]\.)/g, 'L.');
}
