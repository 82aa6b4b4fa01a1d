/**
 * Names in traditional characters, made from the simplified ones that the records have: as the mainland's words would be
 * written, and in the words of Taiwan (`數位落差`, `資安`) and of Hong Kong and Macao (`數碼`, `私隱`).
 */
import { Converter } from 'opencc-js/cn2t';

const inCharacters = (['t', 'tw', 'hk'] as const).map((to) => Converter({ from: 'cn', to }));
const inTaiwan = Converter({ from: 'cn', to: 'twp' });
const inHongKong = Converter({ from: 'cn', to: 'hk' });

type Replacement = readonly [from: RegExp, to: string];

/** Words that OpenCC's phrases of Taiwan take for those of computing (`成果檔案`, `牛津程序宣告`), and what Taiwan says. */
const taiwanSays: ReadonlyMap<string, string> = new Map([
  ['文件', '文件'],
  ['进程', '進程'],
  ['声明', '聲明'],
  ['程序', '程序'],
  ['支持', '支持'],
  ['扩展', '擴展'],
  ['角度', '角度'],
  ['代码', '代碼'],
  ['连接', '連接'],
  ['运行', '運行'],
  ['审核', '審核'],
  ['保存', '保存'],
  ['项目', '計畫'],
  ['机构', '機構'],
  ['安全局', '安全局'],
  ['计算机安全', '電腦安全'],
  ['伊斯坦布尔', '伊斯坦堡'],
  ['塞浦路斯', '賽普勒斯'],
]);
const saidOtherwise = new RegExp([...taiwanSays.keys()].toSorted((a, b) => b.length - a.length).join('|'), 'gu');
/** What stands for such a word while the others are converted: nothing that a name has. */
const placeholder = '\u{e000}';

/** A name in Taiwan's words, as OpenCC knows them. */
function inTaiwanPhrases(name: string): string {
  const kept = [...name.matchAll(saidOtherwise)].map(([word]) => taiwanSays.get(word)!);
  return inTaiwan(name.replace(saidOtherwise, placeholder)).replaceAll(placeholder, () => kept.shift()!);
}

/** Words of the field that OpenCC's phrases of Taiwan lack. */
const taiwanWords: readonly Replacement[] = [
  // Addresses have numbers indeed.
  [/數字(?!地址|位址|分配|資源)/gu, '數位'],
  [/可持續/gu, '永續'],
  [/東盟/gu, '東協'],
  [/非盟/gu, '非洲聯盟'],
  [/計算機/gu, '電腦'],
  [/社交媒體/gu, '社群媒體'],
  [/雲端計算/gu, '雲端運算'],
  [/量子計算/gu, '量子運算'],
  [/高級別/gu, '高階'],
  [/導彈/gu, '飛彈'],
  [/信息/gu, '資訊'],
];

/** What Taiwan says for short besides, each of which makes one more name. */
const taiwanShort: readonly Replacement[] = [
  [/網際網路/gu, '網路'],
  [/(?:資訊|網路)安全/gu, '資安'],
  [/鴻溝/gu, '落差'],
  [/(?<!高)峰會/gu, '高峰會'],
  [/(?<=工作|專家)組/gu, '小組'],
  [/虛假資訊/gu, '假訊息'],
];

const hongKongWords: readonly Replacement[] = [
  [/數字(?!地址|位址|分配|資源)/gu, '數碼'],
  [/信息/gu, '資訊'],
  [/隱私/gu, '私隱'],
  [/個人數據/gu, '個人資料'],
  [/數據保護/gu, '資料保護'],
];

const inWords = (text: string, words: readonly Replacement[]): string =>
  words.reduce((written, [from, to]) => written.replace(from, to), text);

/** The ways to write a name in traditional characters; none that is the name itself. */
export function inTraditionalCharacters(name: string): string[] {
  const taiwan = inWords(inTaiwanPhrases(name), taiwanWords);
  const forms = [
    ...inCharacters.map((convert) => convert(name)),
    taiwan,
    ...taiwanShort.map((one) => inWords(taiwan, [one])),
    inWords(inHongKong(name), hongKongWords),
  ];
  return [...new Set(forms)].filter((written) => written !== name);
}
