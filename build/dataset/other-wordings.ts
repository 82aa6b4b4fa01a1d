/**
 * Names in the other wordings that every writer uses: `UN Institute for …` for `United Nations Institute for …`, `Comité especial
 * de la ONU` for `… de las Naciones Unidas`, and, in French and Spanish, with the article that prose puts before the second of
 * two things: `la Déclaration et le Programme d’action de Vienne`; and in English with the preposition that writers mistake for
 * the name's own: `Framework on Responsible State Behaviour`.
 */
import type { Language } from '../../server/src/knowledge/record.ts';
import { foldedWords, type NameEntry } from '../../server/src/recognition/names.ts';

/** What an organization, or a thing of which many names speak, is called in full and for short, in the form that it has within a name. */
const shorter: Readonly<Partial<Record<Language, readonly (readonly [long: string, short: string])[]>>> = {
  en: [
    ['United Nations', 'UN'],
    ['European Union', 'EU'],
    ['African Union', 'AU'],
    ['International Telecommunication Union', 'ITU'],
  ],
  fr: [
    ['des Nations Unies', 'de l’ONU'],
    ['de l’Union européenne', 'de l’UE'],
    ['de l’Union africaine', 'de l’UA'],
    ['de l’Union internationale des télécommunications', 'de l’UIT'],
  ],
  es: [
    ['de las Naciones Unidas', 'de la ONU'],
    ['de la Unión Europea', 'de la UE'],
    ['de la Unión Africana', 'de la UA'],
    ['de la Unión Internacional de Telecomunicaciones', 'de la UIT'],
  ],
  ru: [
    ['Организации Объединенных Наций', 'ООН'],
    ['Европейского союза', 'ЕС'],
    ['Африканского союза', 'АС'],
    ['Международного союза электросвязи', 'МСЭ'],
  ],
  zh: [
    ['信息和通信技术', '信息通信技术'],
    ['信息和通信技术', '信通技术'],
    ['信息通信技术', '信通技术'],
    ['一般性意见', '一般性评论'],
    ['联合国大会', '联大'],
    ['国际电信联盟', '国际电联'],
    ['非洲联盟', '非盟'],
    ['欧洲联盟', '欧盟'],
    ['任择议定书', '选择议定书'],
  ],
};
const folded = (text: string): string => text.replaceAll("'", '’').replaceAll('ё', 'е');

const isOfWord = /[\p{L}\d-]/u;

/** The name with the organization in its other form, where it names one; the organization's own name stays as it is. */
function otherForms({ name, language }: NameEntry): string[] {
  const text = folded(name);
  return (shorter[language] ?? []).flatMap((forms) =>
    forms.flatMap((form, index) => {
      const at = text.indexOf(form);
      const end = at + form.length;
      if (at < 0 || text.length < form.length + (language === 'zh' ? 2 : 4)) return [];
      // Chinese parts no words.
      if (language !== 'zh' && (isOfWord.test(text.charAt(at - 1)) || isOfWord.test(text.charAt(end)))) return [];
      return [`${name.slice(0, at)}${forms[1 - index]}${name.slice(end)}`];
    }),
  );
}

/** Nouns with which the second part of a name begins, in either gender. */
const nouns: Readonly<
  Partial<Record<Language, { masculine: string; feminine: string; articles: [string[], string[]] }>>
> = {
  fr: {
    masculine:
      'Programme|Plan|Protocole|Pacte|Cadre|Code|Mécanisme|Comité|Conseil|Groupe|Traité|Règlement|Sommet|Forum|Rapport',
    feminine: 'Déclaration|Charte|Convention|Stratégie|Commission|Conférence|Feuille',
    articles: [
      ['le', 'du', 'au'],
      ['la', 'de la', 'à la'],
    ],
  },
  es: {
    masculine:
      'Programa|Plan|Protocolo|Pacto|Marco|Código|Mecanismo|Comité|Consejo|Grupo|Tratado|Reglamento|Foro|Informe|Compromiso',
    feminine: 'Declaración|Carta|Convención|Estrategia|Comisión|Conferencia|Agenda|Hoja',
    articles: [
      ['el', 'del', 'al'],
      ['la', 'de la', 'a la'],
    ],
  },
};

/** The name with an article behind its `et` or `y`. */
function withArticles({ name, language }: NameEntry): string[] {
  const own = nouns[language];
  if (own === undefined) return [];
  const { masculine, feminine, articles } = own;
  const joint = new RegExp(
    `(?<=^\\p{Lu}\\p{L}+ (?:et|y) )(?=(?:(?<masculine>${masculine})|(?:${feminine}))(?!\\p{L}))`,
    'iu',
  );
  const match = joint.exec(name);
  if (match === null) return [];
  const forms = articles[match.groups?.masculine === undefined ? 1 : 0];
  return forms.map((article) => `${name.slice(0, match.index)}${article} ${name.slice(match.index)}`);
}

/** Heads of English names, behind which writers take one preposition for the other. */
const headsWithPreposition =
  'Framework|Groups?|Committee|Commission|Convention|Declaration|Program(?:me)?|Principles|Guidelines|Strategy|Agenda|Panel|' +
  'Forum|Conference|Summit|Initiative|Compact|Agreement|Conduct|Recommendations?|Dialogue|Partnership|Party|Rapporteur|' +
  'Experts?|Envoy|Office|Cent(?:re|er)|Manual|Handbook|Plan|Charter|Network|Roadmap|Alliance|Coalition|Report|Treaty|' +
  'Protocol|Mechanism|Council|Board|Process|Decision|Statement|Measures|Norms|Rules|Platform|Project|Institute|Fund|Division';
const withPreposition = new RegExp(
  `^(?<before>.*\\b(?:(?:${headsWithPreposition})(?=\\s(?:on|for|against)\\s)|(?:Framework|Norms|Principles|Rules|Guidelines)(?=\\sof\\s)))\\s(?<own>\\w+)\\s(?<behind>.+)$`,
  'iu',
);
const otherPrepositions: Readonly<Record<string, readonly string[]>> = {
  on: ['for'],
  for: ['on'],
  against: ['on'],
  of: ['for', 'on'],
};
/** How many words a name has at least that is known by the others. */
const wordsWithPreposition = 5;

/** The name with `on` for `for` or the reverse: `Framework on Responsible State Behaviour`. */
function withOtherPreposition({ name, language }: NameEntry): string[] {
  if (language !== 'en' || foldedWords(name).length < wordsWithPreposition) return [];
  const groups = withPreposition.exec(name)?.groups;
  if (groups === undefined) return [];
  const { before, own, behind } = groups as Record<string, string>;
  return (otherPrepositions[own!.toLowerCase()] ?? []).map((other) => `${before} ${other} ${behind}`);
}

/** The name of a case as other reporters give it: without `the` before the State, without the other applicants. */
function otherCaseNames({ name, language }: NameEntry): string[] {
  const parties =
    language === 'en'
      ? /^(?<one>.+?)(?<others> and Others)? v\.? (?<the>the )?(?<other>\p{Lu}.*)$/u.exec(name)?.groups
      : undefined;
  if (parties === undefined) return [];
  const { one, others, the, other } = parties as Record<string, string | undefined>;
  const isWithArticle = the !== undefined || /^(?:United|Netherlands|Czech)/.test(other!);
  const ones = others === undefined ? [one!] : [`${one} and Others`, one!, `${one} et al.`];
  return ones.flatMap((first) =>
    (isWithArticle ? ['the ', ''] : ['']).map((article) => `${first} v. ${article}${other}`),
  );
}

/** An acronym without its hyphen: `GITOC`. */
function withoutHyphen({ name }: NameEntry): string[] {
  return /^\p{Lu}{2,}-\p{Lu}{2,}$/u.test(name) ? [name.replace('-', '')] : [];
}

/**
 * @param entries the names of a concept
 * @param isOthers whether a name stands for itself, for another record or this one
 * @returns the names and, behind them, those in other wordings
 */
export function withOtherWordings(entries: readonly NameEntry[], isOthers: (name: string) => boolean): NameEntry[] {
  const written = new Set(entries.map(({ name }) => foldedWords(name).join(' ')));
  const more = entries.flatMap((entry): NameEntry[] => {
    const { kind, caseRule, name } = entry;
    if (kind === 'misnomer') return [];
    const isOfWords = kind !== 'acronym' && kind !== 'title' && caseRule !== 'exact';
    const free = isOfWords
      ? [...otherForms(entry), ...withArticles(entry), ...otherCaseNames(entry)]
      : withoutHyphen(entry);
    // What is not quite the name stands with its capitals.
    const mistaken = (isOfWords ? [name, ...free] : []).flatMap((one) => withOtherPreposition({ ...entry, name: one }));
    return [...free, ...mistaken].flatMap((one, index): NameEntry[] => {
      const key = foldedWords(one).join(' ');
      if (written.has(key) || isOthers(one)) return [];
      written.add(key);
      return [
        {
          ...entry,
          name: one,
          kind: isOfWords ? 'variant' : kind,
          ...(index < free.length ? {} : { caseRule: 'capitals' }),
        },
      ];
    });
  });
  return [...entries, ...more];
}
