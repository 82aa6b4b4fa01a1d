/**
 * Documents that other organizations number: `CM/Rec(2018)2`, `AG/RES. 2004 (XXXIV-O/04)`, `Directive (EU) 2022/2555`,
 * `RFC 8446`, `Resolution 130 (Rev. Bucharest, 2022)`. What stands in a number of one of these series is read from its form,
 * whether or not the dataset has the document.
 *
 * The forms are those that the issuing organizations write on their documents; the addresses are the permanent ones that
 * they give: rfc-editor.org, itu.int/rec, eur-lex.europa.eu (ELI and COM numbers), legalinstruments.oecd.org,
 * federalregister.gov and govinfo.gov (link service), coe.int (treaty office).
 */
import { allMatches } from './all-matches.ts';
import { ordinalInDigits } from './ordinals.ts';

/** A number read. */
export interface DocumentNumber {
  /** In its usual spelling: `CM/Rec (2018) 2` is read as `CM/Rec(2018)2`. */
  number: string;
  /** What it is, in words, with a small letter first: `recommendation 2 of 2018 of the Committee of Ministers …`. */
  says: string;
  /** The document's own page, where its address follows from the number. */
  address?: string;
  /** What else the dataset may call it. */
  called?: string;
}

/** A place that holds such a number; offsets in the text, in UTF-16 units, end exclusive. */
export interface NumberedDocument {
  start: number;
  end: number;
  /** How far its number goes without year or place behind it: `ISO 31000` of `ISO 31000:2018`. */
  endOfNumber: number;
  read: DocumentNumber;
}

type Parts = Readonly<Record<string, string | undefined>>;

interface Series {
  /** What each number of the series has in it: it is looked for only in texts that have this. */
  mark: string;
  pattern: string;
  flags?: string;
  read(parts: Parts, written: string): DocumentNumber | undefined;
}

const year = '(?:19|20)\\d\\d';
const roman = '[IVXLCDM]+';

/** Conferences of the International Telecommunication Union, by place and year, that adopt numbered resolutions. */
const unionConferences: readonly [kind: 'PP' | 'WTSA' | 'WTDC', year: string, place: string][] = [
  ['PP', '1994', 'Kyoto'],
  ['PP', '1998', 'Minneapolis'],
  ['PP', '2002', 'Marrakesh|Marrakech|Marruecos|Марракеш|马拉喀什|مراكش'],
  ['PP', '2006', 'Antalya|Анталия|安塔利亚|أنطاليا'],
  ['PP', '2010', 'Guadalajara|Гвадалахара|瓜达拉哈拉|غوادالاخارا'],
  ['PP', '2014', 'Busan|Пусан|釜山|بوسان'],
  ['PP', '2018', 'Dubai|Dubaï|Dubái|Дубай|迪拜|دبي'],
  ['PP', '2022', 'Bucharest|Bucarest|Бухарест|布加勒斯特|بوخارست'],
  ['WTSA', '2004', 'Florian[óo]polis|Флорианополис|弗洛里亚诺波利斯|فلوريانوبوليس'],
  ['WTSA', '2008', 'Johannesburg|Johannesbourg|Johannesburgo|Йоханнесбург|约翰内斯堡|جوهانسبرغ'],
  ['WTSA', '2012', 'Dubai|Dubaï|Dubái|Дубай|迪拜|دبي'],
  ['WTSA', '2016', 'Hammamet|Хаммамет|哈马马特|الحمامات'],
  ['WTSA', '2022', 'Geneva|Genève|Ginebra|Женева|日内瓦|جنيف'],
  ['WTSA', '2024', 'New Delhi|Nueva Delhi|Нью-Дели|新德里|نيودلهي'],
  ['WTDC', '2002', 'Istanbul|Estambul|Стамбул|伊斯坦布尔|إسطنبول|اسطنبول'],
  ['WTDC', '2006', 'Doha|Доха|多哈|الدوحة'],
  ['WTDC', '2010', 'Hyderabad|Хайдарабад|海得拉巴|حيدر آباد|حيدرآباد'],
  ['WTDC', '2014', 'Dubai|Dubaï|Dubái|Дубай|迪拜|دبي'],
  ['WTDC', '2017', 'Buenos Aires|Буэнос-Айрес|布宜诺斯艾利斯|بوينس آيرس'],
  ['WTDC', '2022', 'Kigali|Кигали|基加利|كيغالي'],
];
const unionOrgans = {
  PP: 'the Plenipotentiary Conference',
  WTSA: 'the World Telecommunication Standardization Assembly',
  WTDC: 'the World Telecommunication Development Conference',
} as const;
const unionPlaces = [...new Set(unionConferences.flatMap(([, , place]) => place.split('|')))].join('|');

function unionResolution(number: string, place: string, held: string): DocumentNumber | undefined {
  const conference = unionConferences.find(
    ([, when, where]) => when === held && new RegExp(`^(?:${where})$`, 'u').test(place),
  );
  if (conference === undefined) return undefined;
  const [kind, , where] = conference;
  const english = where.split('|')[0]!.replace('[óo]', 'ó');
  return {
    number: `Resolution ${number} (${english}, ${held})`,
    says: `resolution ${number} of ${unionOrgans[kind]} of the International Telecommunication Union, as adopted or revised at ${english} in ${held}`,
    called: `${kind} Resolution ${number}`,
  };
}

/** Committees of the Council of Europe by the letters of their documents. */
const committeesOfEurope: Readonly<Record<string, string>> = {
  'T-CY': 'the Cybercrime Convention Committee',
  'T-PD': 'the Consultative Committee of Convention 108',
  CEPEJ: 'the European Commission for the Efficiency of Justice',
  CDDH: 'the Steering Committee for Human Rights',
  CDPC: 'the European Committee on Crime Problems',
  CDCJ: 'the European Committee on Legal Co-operation',
  CDMSI: 'the Steering Committee on Media and Information Society',
  CAHAI: 'the Ad hoc Committee on Artificial Intelligence',
  CAI: 'the Committee on Artificial Intelligence',
  CM: 'the Committee of Ministers',
};

/** What press releases on the General Assembly are on, by their letters. */
const pressCommittees: Readonly<Record<string, string>> = {
  DIS: 'the First Committee of the General Assembly',
  EF: 'the Second Committee of the General Assembly',
  SHC: 'the Third Committee of the General Assembly',
  SPD: 'the Fourth Committee of the General Assembly',
  AB: 'the Fifth Committee of the General Assembly',
  L: 'the Sixth Committee of the General Assembly',
  COL: 'decolonization',
  PAL: 'the question of Palestine',
};

/** Acts of the European Union in the languages of drafts, with their part of an ELI address. */
const unionActs: readonly [kind: string, eli: string, words: string][] = [
  ['framework decision', 'dec_framw', 'framework decision|décision-cadre|decisión marco'],
  ['implementing regulation', 'reg_impl', "implementing regulation|règlement d[’']exécution|reglamento de ejecución"],
  ['delegated regulation', 'reg_del', 'delegated regulation|règlement délégué|reglamento delegado'],
  ['implementing decision', 'dec_impl', "implementing decision|décision d[’']exécution|decisión de ejecución"],
  ['directive', 'dir', 'directive|directiva|директив\\p{L}{1,2}'],
  ['regulation', 'reg', 'regulation|règlement|reglamento|регламент\\p{L}{0,2}'],
  ['decision', 'dec', 'decision|décision|decisión|решени\\p{L}{1,2}'],
  ['recommendation', 'reco', 'recommendation|recommandation|recomendación|рекомендаци\\p{L}{1,2}'],
];
/** The act, with the institution before it. */
const actBefore = `(?:(?:(?:European )?(?:Council|Commission)\\s)?(?<word>${unionActs.map(([, , words]) => words.replaceAll(' ', '\\s')).join('|')})\\s)?`;
const unionSuffix = 'EU|EC|EEC|CFSP|JHA|UE|CE|CEE|PESC|JAI|ЕС|ЕЭС';

/**
 * @param parts the word for the act, the body in brackets (or behind the last stroke), the two numbers, and `No` where it is
 * written: then the serial number stands before the year
 */
function unionAct({ word, bracket, no, one, two, suffix }: Parts): DocumentNumber | undefined {
  const [when, serial] = no === undefined ? [one!, two!] : [two!, one!];
  const full = when.length === 2 ? `${Number(when) > 50 ? '19' : '20'}${when}` : when;
  if (!/^(?:19[5-9]|20[0-4])\d$/.test(full)) return undefined;
  const act = unionActs.find(
    ([, , words]) => word !== undefined && new RegExp(`^(?:${words})$`, 'iu').test(word.replace(/\s+/g, ' ')),
  );
  const [kind = 'act', eli] = act ?? [];
  const head = act === undefined ? '' : `${kind.charAt(0).toUpperCase()}${kind.slice(1)} `;
  const number =
    suffix === undefined ? `${bracket} ${no === undefined ? '' : 'No '}${one}/${two}` : `${one}/${two}/${suffix}`;
  return {
    number: `${head}${number}`,
    says: `${kind} ${Number(serial)} of ${full} of the European ${full < '2010' ? 'Communities or Union' : 'Union'}`,
    ...(eli === undefined ? {} : { address: `https://eur-lex.europa.eu/eli/${eli}/${full}/${Number(serial)}/oj` }),
  };
}

const organsOfTheAmericas: Readonly<Record<string, string>> = {
  AG: 'the General Assembly',
  CP: 'the Permanent Council',
  CJI: 'the Inter-American Juridical Committee',
  CICTE: 'the Inter-American Committee against Terrorism',
  CIDI: 'the Inter-American Council for Integral Development',
  CITEL: 'the Inter-American Telecommunication Commission',
  CSH: 'the Committee on Hemispheric Security',
  REMJA: 'the Meetings of Ministers of Justice',
};
const organsOfSecurity: Readonly<Record<string, string>> = {
  PC: 'the Permanent Council',
  MC: 'the Ministerial Council',
  FSC: 'the Forum for Security Co-operation',
};
const kindsOfSecurity: Readonly<Record<string, string>> = {
  DEC: 'decision',
  DOC: 'document',
  JOUR: 'journal',
  DEL: 'paper of a delegation',
  GAL: 'circulated paper',
};

const decisionOfSecurity = (organ: string, number: string): DocumentNumber => ({
  number: `${organ}.DEC/${number}`,
  says: `decision ${number} of ${organsOfSecurity[organ]} of the Organization for Security and Co-operation in Europe`,
});

const series: readonly Series[] = [
  {
    mark: 'RFC',
    pattern: 'RFCs?[\\s-]?(?<n>\\d{1,5})',
    read: ({ n }) => ({
      number: `RFC ${Number(n)}`,
      says: `number ${Number(n)} of the Requests for Comments, the series of the Internet Engineering Task Force and its kin`,
      address: `https://www.rfc-editor.org/rfc/rfc${Number(n)}`,
    }),
  },
  {
    mark: 'BCP',
    pattern: 'BCP[\\s-]?(?<n>\\d{1,3})',
    read: ({ n }) => ({
      number: `BCP ${Number(n)}`,
      says: `number ${Number(n)} of the Best Current Practices of the Internet Engineering Task Force`,
      address: `https://www.rfc-editor.org/info/bcp${Number(n)}`,
    }),
  },
  {
    mark: 'draft-i',
    pattern: 'draft-(?:ietf|irtf|iab)(?:-[a-z\\d]+){2,}',
    read: (_, written) => ({
      number: written,
      says: 'an Internet-Draft, which has no standing until it is published as an RFC',
      address: `https://datatracker.ietf.org/doc/${written}/`,
    }),
  },
  {
    // A number that may be a year is a standard's only behind two bodies, with a part or with a year of its own.
    mark: 'ISO|IEC',
    pattern: `(?<body>(?:ISO|IEC|ISO\\/IEC(?:\\/IEEE)?|ISO\\/IEEE|ISO\\/SAE)(?:\\/(?:TS|TR|PAS|DIS|FDIS|CD|AWI|WD))?)[\\s-](?:(?<kind>TS|TR|PAS|DIS|FDIS|Guide)\\s)?(?<n>\\d{3,5}(?:-\\d{1,3}){0,2})(?<year>:\\s?${year})?`,
    read: ({ body, kind, n, year }) =>
      /^(?:19|20)\d\d$/.test(n!) && year === undefined && !body!.includes('/')
        ? undefined
        : {
            number: `${body} ${kind === undefined ? '' : `${kind} `}${n}${year?.replace(/\s/, '') ?? ''}`,
            says: `${kind === 'Guide' ? 'guide' : 'standard'} ${n} of ${body!.startsWith('IEC') ? 'the International Electrotechnical Commission' : body!.includes('IEC') ? 'the International Organization for Standardization and the International Electrotechnical Commission' : 'the International Organization for Standardization'}`,
          },
  },
  {
    mark: '(?:ITU|UIT|МСЭ)[‑-]',
    pattern:
      '(?:(?:Recommendations?|Rec\\.|Recommandations?|Recomendación|Рекомендаци\\p{L}{1,2})\\s)?(?:ITU|UIT|МСЭ)[‑-](?<sector>[TRDТ])\\s(?:(?:Recommendations?|Rec\\.)\\s)?(?<n>[A-Z]{1,2}\\.\\d{1,5}(?:\\.\\d{1,3})?)',
    read: ({ sector, n }) => {
      const letter = sector === 'Т' ? 'T' : sector!;
      return {
        number: `ITU-${letter} ${n}`,
        says: `recommendation ${n} of the ${letter === 'T' ? 'standardization' : letter === 'R' ? 'radiocommunication' : 'development'} sector of the International Telecommunication Union`,
        address: `https://www.itu.int/rec/${letter}-REC-${n}`,
      };
    },
  },
  {
    mark: '\\d{4}(?:\\sг\\.)?\\)',
    pattern: `(?:Resolutions?|Résolutions?|Resolución|Резолюци\\p{L}{1,3}|القرار)\\s(?:№\\s?)?(?<n>\\d{1,3})\\s?\\((?:(?:Rev|Rév|Пересм|rev)\\.,?\\s?|المراجَ?ع(?:ة)?\\sفي\\s)?(?<place>${unionPlaces}),?\\s(?<year>${year})(?:\\s?г\\.)?\\)`,
    read: ({ n, place, year }) => unionResolution(n!, place!, year!),
  },
  {
    mark: '号决议',
    pattern: `第(?<n>\\d{1,3})号决议\\s?[(（](?<year>${year})年，(?<place>${unionPlaces})(?:，修订版)?[)）]`,
    read: ({ n, place, year }) => unionResolution(n!, place!, year!),
  },
  {
    mark: 'Resolution\\s\\d',
    pattern: '(?:ITU\\s)?(?<organ>PP|WTSA|WTDC|Plenipotentiary)(?:-\\d\\d)?\\sResolution\\s(?<n>\\d{1,3})',
    read: ({ organ, n }) => {
      const kind = organ === 'Plenipotentiary' ? 'PP' : (organ as keyof typeof unionOrgans);
      return {
        number: `${kind} Resolution ${n}`,
        says: `resolution ${n} of ${unionOrgans[kind]} of the International Telecommunication Union`,
      };
    },
  },
  {
    mark: 'Re(?:c|s)[A-Z]{0,3}\\s?\\(',
    pattern: `(?:(?:Recommendations?|Recommandations?|Recomendación)\\s)?(?<cm>CM\\/)?(?<kind>Rec|Res|ResDH|ResCMN)\\s?\\((?<year>${year}|\\d\\d)\\)\\s?(?<n>\\d{1,3})`,
    read: ({ cm = '', kind, year, n }) => {
      // `Res (2004) 12` may be any other's.
      if (cm === '' && kind !== 'Rec') return undefined;
      const full = year!.length === 2 ? `${Number(year) > 50 ? '19' : '20'}${year}` : year;
      return {
        number: `${cm}${kind}(${year})${n}`,
        says: `${kind === 'Rec' ? 'recommendation' : 'resolution'} ${n} of ${full} of the Committee of Ministers of the Council of Europe`,
      };
    },
  },
  {
    mark: 'R\\s?\\(\\d',
    pattern:
      '(?:(?:Recommendations?|Recommandations?|Recomendación)\\s(?:No\\.?\\s?|n[°º]\\s?)?R\\s?\\((?<year>\\d\\d)\\)\\s?(?<n>\\d{1,2})|R\\((?<closeYear>\\d\\d)\\)(?<closeN>\\d{1,2}))',
    read: ({ closeYear, closeN, year = closeYear, n = closeN }) => ({
      number: `R(${year})${n}`,
      says: `recommendation ${n} of ${Number(year) > 50 ? '19' : '20'}${year} of the Committee of Ministers of the Council of Europe`,
    }),
  },
  {
    mark: '[YDJPSIM\\p{Lu}]\\s?\\((?:19|20)\\d\\d\\)\\s?\\d',
    pattern: `(?<body>T-CY|T-PD|CEPEJ|CDDH|CDPC|CDCJ|CDMSI|CAHAI|CAI|MSI-[A-Z]{2,4}|CM|DGI|PC-OC)\\s?\\((?<year>${year})\\)\\s?(?<n>\\d{1,4})(?<rest>[a-z]{0,3}(?:-?(?:rev|final|prov)\\d?)?)`,
    read: ({ body, year, n, rest = '' }) => ({
      number: `${body}(${year})${n}${rest}`,
      says: `document ${n} of ${year} of ${committeesOfEurope[body!] ?? 'a committee'} of the Council of Europe`,
    }),
  },
  {
    mark: 'ETS',
    pattern: '(?<series>C?ETS)(?:\\s|-)(?:No\\.?\\s?|n[°º]\\s?|núm\\.\\s?)?(?<n>\\d{3})',
    read: ({ series, n }) => ({
      number: `${series} No. ${n}`,
      says: `the treaty with number ${n} of the Council of Europe`,
      address: `https://www.coe.int/en/web/conventions/full-list?module=treaty-detail&treatynum=${n}`,
    }),
  },
  {
    mark: '\\((?:EU|EC|EEC|CFSP|UE|CE|CEE|PESC|ЕС)',
    pattern: `${actBefore}(?<bracket>\\((?:EU|EC|EEC|CFSP|UE|CE|CEE|PESC|ЕС)(?:,\\s?Euratom)?\\))\\s(?<no>(?:No\\.?|n[°º]|n\\.[°º])\\s?)?(?<one>\\d{1,4})\\/(?<two>\\d{1,4})(?:\\/(?:${unionSuffix}))?`,
    flags: 'giu',
    read: unionAct,
  },
  {
    mark: '\\/(?:EU|EC|EEC|CFSP|JHA|UE|CE|CEE|PESC|JAI|ЕС|ЕЭС)',
    pattern: `${actBefore}(?<one>\\d\\d(?:\\d\\d)?)\\/(?<two>\\d{1,4})\\/(?<suffix>${unionSuffix})`,
    flags: 'giu',
    read: unionAct,
  },
  {
    mark: '(?:COM|JOIN|SWD)',
    pattern: `(?<kind>COM|JOIN|SWD)\\s?\\((?<year>${year})\\)\\s?(?<n>\\d{1,4})(?:[\\s/](?:final|FINAL)(?:\\/\\d)?)?`,
    read: ({ kind, year, n }) => ({
      number: `${kind}(${year}) ${n}`,
      says: `${kind === 'SWD' ? 'staff working document' : kind === 'JOIN' ? 'joint document of the European Commission and the High Representative,' : 'document of the European Commission,'} number ${n} of ${year}`,
      address: `https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=${kind}:${year}:${n}:FIN`,
    }),
  },
  {
    mark: '[CTС][‑-]\\d{1,4}\\/',
    pattern:
      '(?:(?:Joined\\s)?(?:Cases?|affaires?|asuntos?|дел\\p{L})\\s)?(?<court>[CTС])[‑-](?<n>\\d{1,4})\\/(?<year>\\d\\d)',
    read: ({ court, n, year }) => {
      const letter = court === 'T' ? 'T' : 'C';
      return {
        number: `${letter}-${n}/${year}`,
        says: `case ${n} of ${Number(year) > 50 ? '19' : '20'}${year} of the ${letter === 'T' ? 'General Court' : 'Court of Justice'} of the European Union`,
        address: `https://curia.europa.eu/juris/liste.jsf?num=${letter}-${n}/${year}`,
      };
    },
  },
  {
    mark: '\\.(?:DEC|DOC|JOUR|DEL|GAL)\\/',
    pattern:
      '(?<organ>PC|MC|FSC)\\.(?<kind>DEC|DOC|JOUR|DEL|GAL)\\/(?<n>\\d{1,4}(?:\\/\\d{2,4})?)(?:\\/(?:Rev|Corr|Add)\\.\\d)?',
    read: ({ organ, kind, n }) => ({
      number: `${organ}.${kind}/${n}`,
      says: `${kindsOfSecurity[kind!]} ${n} of ${organsOfSecurity[organ!]} of the Organization for Security and Co-operation in Europe`,
    }),
  },
  {
    mark: 'C(?:ouncil)?\\sDecision',
    pattern:
      '(?:OSCE\\s)?(?<organ>Permanent Council|Ministerial Council|PC|MC)\\sDecision\\s(?:No\\.?\\s?)?(?<n>\\d{1,2}\\/\\d\\d|\\d{3,4})',
    read: ({ organ, n }) => decisionOfSecurity(`${organ!.charAt(0)}C`, n!),
  },
  {
    mark: 'of\\sthe\\s(?:OSCE|Permanent|Ministerial)',
    pattern:
      'Decision\\s(?:No\\.?\\s?)?(?<n>\\d{1,2}\\/\\d\\d|\\d{3,4})\\sof\\sthe\\s(?:OSCE\\s(?:(?<organ>Permanent|Ministerial)\\sCouncil)|(?:(?<its>Permanent|Ministerial)\\sCouncil\\sof\\sthe\\sOSCE))',
    read: ({ organ, its = organ, n }) => decisionOfSecurity(`${its!.charAt(0)}C`, n!),
  },
  {
    mark: '\\/(?:RES|Res|DEC|Dec|DOC|doc|INF)',
    pattern: `(?<organ>AG|CP|CJI|CICTE|CIDI|CITEL|CSH|REMJA)\\/(?<kind>RES|Res|DEC|Dec|DOC|doc|INF)\\.?\\s?(?<n>\\d{1,4}(?:\\/\\d\\d)?)(?:\\s?(?:rev|corr)\\.?\\s?\\d){0,2}(?:\\s?\\((?:${roman}-[A-Z]{1,2}\\/\\d\\d|\\d{1,4}\\/\\d\\d)\\))?`,
    read: ({ organ, kind, n }, written) => ({
      number: written.replace(/\s+/g, ' '),
      says: `${/res/i.test(kind!) ? 'resolution' : /dec/i.test(kind!) ? 'declaration or decision' : 'document'} ${n} of ${organsOfTheAmericas[organ!]} of the Organization of American States`,
    }),
  },
  {
    mark: 'OEA',
    pattern:
      'OEA\\/Ser\\.\\s?[A-Z](?:\\/[IVXLC]+)*(?:\\.\\s?\\d+)*(?:[\\s,]{1,2}(?:(?:Doc|doc)\\.\\s?\\d{1,4}(?:\\/\\d\\d)?|CIDH\\/RELE\\/INF\\.?\\s?\\d{1,3}\\/\\d\\d))?',
    read: (_, written) => ({
      number: written.replace(/\s+/g, ' '),
      says: 'a document of the Organization of American States, by its official records series',
    }),
  },
  {
    mark: 'RELE',
    pattern: 'CIDH\\/RELE\\/INF\\.?\\s?(?<n>\\d{1,3}\\/\\d\\d)',
    read: ({ n }) => ({
      number: `CIDH/RELE/INF. ${n}`,
      says: `document ${n} of the Special Rapporteur for Freedom of Expression of the Inter-American Commission on Human Rights`,
    }),
  },
  {
    mark: '(?:AU|CL)\\/',
    pattern: `(?<organ>Assembly\\/AU|EX\\.?\\s?CL)\\/(?<kind>Decl|Dec|Res)\\.?\\s?(?<n>\\d{1,4})\\s?\\((?<session>${roman})\\)`,
    read: ({ organ, kind, n, session }) => ({
      number: `${organ!.startsWith('A') ? organ : 'EX.CL'}/${kind}.${n}(${session})`,
      says: `${kind === 'Dec' ? 'decision' : kind === 'Decl' ? 'declaration' : 'resolution'} ${n} of the ${organ!.startsWith('A') ? 'Assembly' : 'Executive Council'} of the African Union`,
    }),
  },
  {
    mark: 'PSC\\/',
    pattern: `PSC\\/(?:PR|AHG|MIN|HSG|EXP)\\/(?:COMM|Comm|BR|PS|RPT|2)\\.?\\s?(?:\\d{1,4}(?:\\.\\d)?)?(?:\\.?\\s?\\((?:${roman}|\\d{1,4}|${year})\\)){0,2}`,
    read: (_, written) =>
      /\d|\(/.test(written)
        ? {
            number: written.replace(/\s+/g, ' '),
            says: `a ${/COMM/i.test(written) ? 'communiqué' : 'document'} of the Peace and Security Council of the African Union`,
          }
        : undefined,
  },
  {
    mark: '(?:ACHPR|CADHP)',
    pattern: `(?<language>ACHPR|CADHP)\\/(?:Res|Rés|RES)\\.?\\s?(?<n>\\d{1,4})\\s?\\(\\s?(?<session>(?:EXT\\.\\s?(?:OS|SO)\\/?\\s?)?${roman})\\s?\\)\\s?(?<year>${year})?`,
    read: ({ n, session, year = '' }) => ({
      number: `ACHPR/Res.${n}(${session!.replace(/\s/g, '')})${year}`,
      says: `resolution ${n} of the African Commission on Human and Peoples’ Rights`,
    }),
  },
  {
    mark: '(?:GA|SC|SG|DC|ECOSOC)\\/',
    pattern: `(?:GA\\/(?:(?<committee>${Object.keys(pressCommittees).join('|')})\\/\\d{3,4}|1\\d{4})|SC\\/1\\d{4}|SG\\/(?:SM|A)\\/\\d{3,5}|(?:DC|ECOSOC)\\/\\d{4})`,
    read: ({ committee }, written) => ({
      number: written,
      says: `press release ${written.slice(written.lastIndexOf('/') + 1)} of the United Nations on ${
        committee !== undefined
          ? pressCommittees[committee]
          : written.startsWith('GA')
            ? 'the General Assembly'
            : written.startsWith('SC')
              ? 'the Security Council'
              : written.startsWith('SG')
                ? 'the Secretary-General'
                : written.startsWith('DC')
                  ? 'disarmament'
                  : 'the Economic and Social Council'
      }`,
    }),
  },
  {
    mark: 'HR\\/PUB',
    pattern: 'HR\\/PUB\\/(?<year>\\d\\d)\\/(?<n>\\d{1,2})(?:\\/Rev\\.\\d)?',
    read: ({ year, n }, written) => ({
      number: written,
      says: `publication ${Number(n)} of ${Number(year) > 50 ? '19' : '20'}${year} of the Office of the United Nations High Commissioner for Human Rights`,
    }),
  },
  {
    mark: 'ECW\\/',
    pattern: 'ECW\\/CCJ\\/(?<kind>APP|JUD|RUL)\\/(?<n>\\d{1,3})\\/(?<year>\\d\\d)(?:\\/REV)?',
    read: ({ kind, n, year }, written) => ({
      number: written,
      says: `${kind === 'APP' ? 'application' : kind === 'JUD' ? 'judgment' : 'ruling'} ${Number(n)} of 20${year} in the Court of Justice of the Economic Community of West African States`,
    }),
  },
  {
    mark: 'LEGAL',
    pattern: 'OECD\\/LEGAL\\/(?<n>\\d{4})',
    read: ({ n }) => ({
      number: `OECD/LEGAL/${n}`,
      says: `legal instrument ${n} of the Organisation for Economic Co-operation and Development`,
      address: `https://legalinstruments.oecd.org/en/instruments/OECD-LEGAL-${n}`,
    }),
  },
  {
    mark: '\\d\\s?C\\/',
    pattern:
      '(?<session>[1-4]\\d)\\s?C\\/(?:(?<kind>Resolution|Rés(?:olution|\\.)|Resolución|Res\\.|Decision)\\s?)?(?<n>\\d{1,3})',
    read: ({ session, kind, n }) => ({
      number: `${session} C/${kind === undefined ? '' : 'Resolution '}${n}`,
      says: `${kind === undefined ? 'document' : 'resolution'} ${n} of the ${ordinalInDigits(session!)} session of the General Conference of UNESCO`,
    }),
  },
  {
    mark: 'WT\\/',
    pattern:
      'WT\\/(?:L|GC|MIN|COMTD|TPR|DS|CTE|BFA|ACC|LET)(?:\\/[A-Z]{1,3})?(?:\\(\\d\\d\\))?(?:\\/(?:[A-Z]{1,4}\\/)?\\d{1,5})(?:\\/(?:Rev|Add|Corr)\\.\\d{1,2})*',
    read: (_, written) => ({ number: written, says: 'a document of the World Trade Organization' }),
  },
  {
    mark: '(?:INF|JOB)\\/',
    pattern: '(?:INF|JOB)\\/(?:ECOM|GC|IP|SERV)\\/\\d{1,4}(?:\\/(?:Rev|Add)\\.\\d{1,2})*',
    read: (_, written) => ({
      number: written,
      says: 'a document of the World Trade Organization, circulated for information',
    }),
  },
  {
    mark: '(?:SP|Publication)\\s\\d',
    pattern:
      '(?:NIST\\s)?(?:SP|Special Publication)\\s(?<n>(?:500|800|1500|1800)-\\d{1,3}[A-Z]?)(?:\\s?,?\\s?(?:Revision\\s?|Rev\\.?\\s?|r)(?<rev>\\d))?',
    read: ({ n, rev }) => ({
      number: `NIST SP ${n}${rev === undefined ? '' : ` Rev. ${rev}`}`,
      says: `special publication ${n} of the National Institute of Standards and Technology of the United States`,
    }),
  },
  {
    mark: 'NIST',
    pattern: '(?:NIST\\s(?<kind>AI|IR|CSWP)|NISTIR)\\s(?<n>\\d{1,4}(?:-\\d{1,2}[a-z]?)?)',
    read: ({ kind = 'IR', n }) => ({
      number: `NIST ${kind} ${n}`,
      says: `publication ${kind} ${n} of the National Institute of Standards and Technology of the United States`,
    }),
  },
  {
    mark: 'FIPS',
    pattern: 'FIPS(?:\\sPUB)?\\s(?<n>\\d{2,3}(?:-\\d)?)',
    read: ({ n }) => ({
      number: `FIPS ${n}`,
      says: `number ${n} of the Federal Information Processing Standards of the United States`,
    }),
  },
  {
    mark: 'ETSI',
    pattern: 'ETSI\\s(?<kind>EN|TS|TR|GS|ES)\\s(?<n>\\d{3}\\s?\\d{3}(?:-\\d{1,2})?)',
    read: ({ kind, n }) => ({
      number: `ETSI ${kind} ${n}`,
      says: `standard ${kind} ${n} of the European Telecommunications Standards Institute`,
    }),
  },
  {
    mark: 'IEEE',
    pattern:
      'IEEE\\s(?:(?:Std\\.?|Standard|P)\\s?)?P?(?<n>(?:802(?:\\.\\d{1,2}[a-z]{0,2})?|7\\d{3}(?:\\.\\d)?|\\d{3,4}\\.\\d+))(?<year>-(?:19|20)\\d\\d)?',
    read: ({ n, year = '' }) => ({
      number: `IEEE ${n}${year}`,
      says: `standard ${n} of the Institute of Electrical and Electronics Engineers`,
    }),
  },
  {
    mark: 'SAC',
    pattern: '(?<series>R?S?SAC)\\s?(?<n>\\d{3})(?:v\\d)?',
    read: ({ series, n }) =>
      series === 'SAC' || series === 'RSSAC'
        ? {
            number: `${series}${n}`,
            says: `publication ${n} of ICANN’s ${series === 'SAC' ? 'Security and Stability Advisory Committee' : 'Root Server System Advisory Committee'}`,
          }
        : undefined,
  },
  {
    mark: 'Order|E\\.\\s?O\\.|EO\\s',
    pattern: '(?:Executive\\sOrder|E\\.\\s?O\\.|EO)\\s(?:\\((?:EO|E\\.O\\.)\\)\\s)?(?:No\\.?\\s)?(?<n>1[0-6]\\d{3})',
    read: ({ n }) => ({
      number: `Executive Order ${n}`,
      says: `executive order ${n} of the President of the United States`,
      address: `https://www.federalregister.gov/executive-order/${n}`,
    }),
  },
  {
    mark: 'Public\\sLaw|P\\.\\s?L|Pub\\.',
    pattern: '(?:Public\\sLaw|Pub\\.\\s?L\\.|P\\.\\s?L\\.)\\s(?:No\\.?\\s)?(?<congress>1?\\d\\d)[‑–-](?<n>\\d{1,3})',
    read: ({ congress, n }) => ({
      number: `Public Law ${congress}-${n}`,
      says: `public law ${n} of the ${ordinalInDigits(congress!)} Congress of the United States`,
      address: `https://www.govinfo.gov/link/plaw/${congress}/public/${n}`,
    }),
  },
  {
    mark: 'U\\.?\\s?S\\.?\\s?C',
    pattern:
      '(?<title>\\d{1,2})\\sU\\.?\\s?S\\.?\\s?C\\.?\\s(?:§{1,2}\\s?|sec(?:tion|\\.)\\s)?(?<section>\\d{1,5}[a-z]{0,2})',
    read: ({ title, section }) => ({
      number: `${title} U.S.C. § ${section}`,
      says: `section ${section} of title ${title} of the Code of the United States`,
      address: `https://www.govinfo.gov/link/uscode/${title}/${section}`,
    }),
  },
  {
    mark: '-ФЗ',
    pattern:
      '(?:Федеральн\\p{L}{2,3}\\sзакон\\p{L}{0,2}\\s(?:РФ\\s|Российской Федерации\\s)?(?:от\\s[\\d.]{6,10}(?:\\s?г\\.|\\sгода)?\\s|от\\s\\d{1,2}\\s\\p{L}{3,8}\\s\\d{4}(?:\\s?г\\.|\\sгода)?\\s)?)?(?:№\\s?|N\\s)?(?<n>\\d{1,3})-ФЗ',
    read: ({ n }) => ({
      number: `${n}-ФЗ`,
      says: `a federal law of the Russian Federation with number ${n} of its year`,
    }),
  },
];

const compiled = series.map(({ mark, pattern, flags = 'gu', read }) => ({
  mark: new RegExp(mark, 'u'),
  pattern: new RegExp(`(?<![\\p{L}\\d/.‑-])${pattern}(?![\\p{L}\\d/]|[‑-]\\d)`, flags),
  read,
}));
const anyMark = new RegExp(series.map(({ mark }) => mark).join('|'), 'u');

/** Whether a text may hold such a number: a cheap look. */
export const mayNumberDocuments = (text: string): boolean => anyMark.test(text);

/** What in a number is of the edition, and may be left out: `:2018`, `(Rev. Bucharest, 2022)`. */
export const edition = /(?::\s?(?:19|20)\d\d|\s?[(（][^()（）]*[)）])$/u;

/** The numbers that a text holds, in order; of two that overlap the longer. */
export function documentNumbers(text: string): NumberedDocument[] {
  const found: NumberedDocument[] = [];
  for (const { mark, pattern, read } of compiled) {
    if (!mark.test(text)) continue;
    for (const match of allMatches(pattern, text)) {
      const lead = /^\s*/.exec(match[0])![0].length;
      const written = match[0].trim();
      const number = read(match.groups ?? {}, written);
      if (number === undefined) continue;
      const start = match.index + lead;
      const end = start + written.length;
      const cut = edition.exec(written)?.[0].length ?? 0;
      found.push({ start, end, endOfNumber: end - cut, read: number });
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter(
    (one) =>
      !found.some(
        (other) =>
          other !== one &&
          other.start < one.end &&
          one.start < other.end &&
          (other.end - other.start > one.end - one.start ||
            (other.end - other.start === one.end - one.start && found.indexOf(other) < found.indexOf(one))),
      ),
  );
}

/**
 * Reads one number.
 *
 * @param text the number alone
 * @returns what it says, or undefined where it is no number of these series
 */
export function parseDocumentNumber(text: string): DocumentNumber | undefined {
  if (text.length > 80) return undefined;
  const whole = text.trim();
  return documentNumbers(whole).find(({ start, end }) => start === 0 && end === whole.length)?.read;
}
