/**
 * Names without the organization that they begin or end with: who writes of the African Union says `Data Policy Framework`, of
 * the ITU `Conférence de plénipotentiaires`, of the UN `政府专家组`. They count only near what they are of.
 */
import type { Concept, Language } from '../../server/src/knowledge/record.ts';
import type { NameEntry } from '../../server/src/recognition/names.ts';

const organizations: Readonly<Partial<Record<Language, string>>> = {
  en: 'AU|African Union|EU|European Union|UN|United Nations|ITU|International Telecommunication Union|ASEAN|NATO|OSCE|OAS|UNESCO|ICANN|IGF|WSIS|OECD|Council of Europe|CoE|INTERPOL|Europol|UNODC|UNDP|UNICEF|SCO|BRICS|G7|G20|APEC|ECOWAS|SADC|CSTO|CIS|League of Arab States|Arab League|OIC|Commonwealth|World Bank|WTO|WIPO|UNCTAD|ECOSOC|CSTD|ICRC|GFCE|UNIDIR|OHCHR|UNGA|CARICOM|ESCAP|ECLAC|ECA',
  fr: 'de l’ONU|des Nations Unies|de l’UIT|de l’Union internationale des télécommunications|de l’Union africaine|de l’UA|de l’OEA|de l’UNESCO|de l’OTAN|de l’ASEAN|du Conseil de l’Europe|de l’Union européenne|de l’UE|de l’OCDE|de l’OSCE|de l’ICANN|du FGI|de la CEDEAO|de l’OIF|de l’OMC',
  es: 'de la ONU|de las Naciones Unidas|de la UIT|de la Unión Internacional de Telecomunicaciones|de la Unión Africana|de la OEA|de la UNESCO|de la OTAN|del Consejo de Europa|de la Unión Europea|de la UE|de la OCDE|de la OSCE|de la ICANN|del FGI|de la CEPAL|de la OMC',
  ru: 'ООН|Организации Объединенных Наций|Организации Объединённых Наций|МСЭ|Международного союза электросвязи|ОБСЕ|ОДКБ|ШОС|СНГ|НАТО|ЕС|Европейского союза|ЮНЕСКО|Совета Европы|БРИКС|Африканского союза|АСЕАН|ИКАНН',
  zh: '联合国教科文组织|教科文组织|联合国|国际电信联盟|国际电联|欧盟|欧洲联盟|非洲联盟|非盟|上海合作组织|上合组织|东盟|金砖国家|北约|欧洲委员会|美洲国家组织|二十国集团',
  ar: 'التابع للأمم المتحدة|التابعة للأمم المتحدة|للأمم المتحدة|التابع للاتحاد الدولي للاتصالات|للاتحاد الدولي للاتصالات|التابع للاتحاد الأفريقي|للاتحاد الأفريقي|لجامعة الدول العربية|لليونسكو',
};
/** In English and Chinese the organization stands first, elsewhere last. */
const patterns = new Map(
  (Object.entries(organizations) as [Language, string][]).map(([language, list]) => {
    const written = list.replaceAll('’', "[’']");
    if (language === 'en') return [language, new RegExp(`^(?:${written})(?:[’']s?)? (?<rest>.+)$`, 'u')];
    if (language === 'zh') return [language, new RegExp(`^(?:${written})(?<rest>.+)$`, 'u')];
    return [language, new RegExp(`^(?<rest>.+) (?:${written})$`, 'u')];
  }),
);

/** What is left of these says too little, or is said of others: functions, gatherings, parts of any organization. */
const tooGeneral =
  /(?:Directors?|Secretary|President|Chair|Spokesperson|Meetings?|Sessions?|Ministers|States|Leaders|Members|Countries|Allies|Officials|Agency|Bureau|Engagement|Plan|Report|Website|Headquarters|Staff|Team|Budget|Summit|Office|General|Assembly|Council)$| v\.? |^(?:LLC|Member|Executive Director)\b/u;

/** Mandates are known by the words of their subject, and by their owner (`mandates.ts`). */
const mandate = /Rapporteu|Relator|докладчик|报告员|المقرر|Independent Expert/iu;

function isEnough(rest: string, language: Language, isOthers: (name: string) => boolean): boolean {
  if (isOthers(rest)) return false;
  if (mandate.test(rest)) return false;
  if (language === 'zh') return rest.length >= 5 && !/^\P{Script=Han}/u.test(rest);
  const words = rest.split(/\s+/);
  if (language === 'ar') return words.length >= 3;
  if (language !== 'en') return words.length >= 3 && /^\p{Lu}/u.test(rest);
  return (
    words.filter((word) => /^\p{Lu}/u.test(word)).length >= 2 &&
    /^\p{Lu}/u.test(words[0]!) &&
    !/\d$/.test(rest) &&
    !tooGeneral.test(rest)
  );
}

/**
 * @param entries the names of a concept
 * @param isOthers whether a name is a State's, or stands for itself, for another record or this one: `Convention on Cybercrime` is not
 * the Arab League's
 * @returns the names and, behind them, what is left of some without their organization
 */
export function withShortened(
  concept: Concept,
  entries: readonly NameEntry[],
  isOthers: (name: string) => boolean,
): NameEntry[] {
  // Persons and general terms are not called so; a national body's name is shared by those of other States.
  if (concept.background === true || concept.kind === 'term' || concept.state !== undefined) return [...entries];
  const written = new Set(entries.map(({ name }) => name.toLowerCase()));
  const shortened = entries.flatMap((entry): NameEntry[] => {
    const { name, kind, language, onlyNear } = entry;
    if (onlyNear !== false || (kind !== 'preferred' && kind !== 'short' && kind !== 'variant')) return [];
    const rest = patterns.get(language)?.exec(name)?.groups?.rest;
    if (rest === undefined || written.has(rest.toLowerCase()) || !isEnough(rest, language, isOthers)) return [];
    written.add(rest.toLowerCase());
    return [{ name: rest, kind: 'variant', language, caseRule: 'capitals', onlyNear: 'near' }];
  });
  return [...entries, ...shortened];
}
