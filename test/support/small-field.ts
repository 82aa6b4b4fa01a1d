/** A field of a few records, for tests of the mechanics: what the dataset says may change, how names are found does not. */
import { parse } from 'yaml';
import { compileDataset } from '../../build/dataset/compile.ts';
import { type Field, openField } from '../../server/src/features/field.ts';
import type { Concept, Source } from '../../server/src/knowledge/record.ts';

const summary =
  'A record of the tests: a body of states that met under a convention on the general laws of war, wrote a report, and was told to go on meeting.';

const concepts: Concept[] = parse(`
- {id: united-nations, kind: body, names: {en: {preferred: United Nations, acronyms: [UN]}, fr: {preferred: Organisation des Nations Unies, acronyms: [ONU]}, zh: {preferred: 联合国}, ru: {preferred: Организация Объединённых Наций}, ar: {preferred: الأمم المتحدة}}}
- {id: general-assembly, kind: body, part-of: united-nations, names: {en: {preferred: General Assembly, acronyms: [UNGA], variants: [{name: Assembly Hall, only-near: draft}]}}}
- {id: un-gge, kind: mechanism, part-of: united-nations, names: {en: {preferred: Group of Governmental Experts on Information Security, acronyms: [GGE, UN GGE], variants: [Group of Governmental Experts, {name: expert group, only-near: true}], misnomers: [{name: UNGGEs Group, use: GGE, why: No such form.}]}}}
- {id: gge-on-laws, kind: mechanism, names: {en: {preferred: Group of Governmental Experts on Lethal Autonomous Weapons Systems, acronyms: [GGE], variants: [CCW GGE]}}, part-of: ccw}
- {id: laws, kind: term, names: {en: {preferred: lethal autonomous weapons systems, acronyms: [LAWS]}}, related: [{to: gge-on-laws, as: its subject}]}
- {id: ccw, kind: treaty, names: {en: {preferred: Convention on Certain Conventional Weapons, acronyms: [CCW]}}}
- {id: oewg-1, kind: mechanism, names: {en: {preferred: Open-ended Working Group 2019–2021, short: first OEWG, acronyms: [OEWG], variants: [Open Group], misnomers: [{name: UNOEWG, use: OEWG, why: The United Nations does not use this form.}]}}, period: {from: 2018-12-05, to: 2021-03-12}, mandate: [A/RES/73/27], outcome: [A/75/816], followed-by: oewg-2}
- {id: oewg-session, kind: event, part-of: oewg-1, names: {en: {preferred: opening of the first OEWG, variants: [{name: first session, only-near: true}]}}}
- {id: oewg-2, kind: mechanism, names: {en: {preferred: Open-ended Working Group 2021–2025, short: second OEWG, acronyms: [OEWG], variants: [Open Group]}}, period: {from: 2021-06-01, to: 2025-07-11}}
- {id: budapest-convention, kind: treaty, names: {en: {preferred: Convention on Cybercrime, short: Budapest Convention, variants: [Budapest Cybercrime Convention, UN Convention on Cybercrime, {name: Budapest, only-near: true, also-a-place: true}], misnomers: [{name: Budapest Cyber-crime Treaty, use: Budapest Convention, why: It is a convention.}]}, zh: {preferred: 网络犯罪公约, variants: [{name: 《公约》, only-near: true}]}}, text: {source: ets-185}}
- {id: t-cy, kind: body, part-of: budapest-convention, names: {en: {preferred: Cybercrime Convention Committee, acronyms: [T-CY], variants: [{name: Convention Committee, only-near: true}, {name: UN Committee of the Parties, only-near: true}]}}}
- {id: panels-committee, kind: body, part-of: weapons-panel, names: {en: {preferred: Committee on Panels of the North, variants: [{name: Convention Committee Panels, only-near: true}]}}}
- {id: tunis-agenda, kind: document, names: {en: {preferred: Tunis Agenda for the Information Society, short: Tunis Agenda}}, text: {source: "WSIS-05/TUNIS/DOC/6(Rev.1)"}, facts: [{says: It gives the Forum its mandate., source: "WSIS-05/TUNIS/DOC/6(Rev.1)", at: para. 72, checked: recalled}]}
- {id: budapest-article-32, kind: norm, part-of: budapest-convention, names: {en: {preferred: Article 32 of the Convention on Cybercrime}}, text: {source: ets-185, at: art. 32}}
- {id: budapest-article-37-2, kind: norm, part-of: budapest-convention, names: {en: {preferred: Article 37(2) of the Convention on Cybercrime, variants: [{name: Article 37(2) of the Pact, only-near: true}]}}, text: {source: ets-185, at: art. 37(2)}}
- {id: budapest-article-36, kind: norm, part-of: budapest-convention, names: {en: {preferred: Article 36 of the Convention on Cybercrime, variants: [{name: Article 36 of the Pact, only-near: true}]}}, text: {source: ets-185, at: art. 36}}
- {id: tunis-commitment, kind: document, names: {en: {preferred: Tunis Commitment}}}
- {id: digital-divide, kind: challenge, names: {en: {preferred: digital divide}}}
- {id: shared, kind: document, names: {en: {preferred: The Rules of the Road under the United Nations}}, text: {source: shared}}
- {id: gge-five, kind: mechanism, part-of: un-gge, names: {en: {preferred: fifth GGE, acronyms: [{name: GGE, only-near: true}]}}}
- {id: special-rapporteur, kind: term, names: {en: {preferred: Special Rapporteur, preferred-only-near: true}}}
- {id: rapporteur-on-privacy, kind: mechanism, names: {en: {preferred: Special Rapporteur on Privacy}}, related: [{to: special-rapporteur, as: is one}]}
- {id: rapporteur-on-assembly, kind: mechanism, names: {en: {preferred: Special Rapporteur on the rights to freedom of peaceful assembly and of association}, ru: {preferred: Специальный докладчик по вопросу о праве на свободу мирных собраний}}}
- {id: rapporteur-on-expression, kind: mechanism, names: {en: {preferred: Special Rapporteur on the promotion and protection of the right to freedom of opinion and expression}, es: {preferred: Relator Especial sobre la promoción del derecho a la libertad de opinión y de expresión}}}
- {id: american-rapporteur, kind: mechanism, names: {en: {preferred: Special Rapporteur for Freedom of Expression of the OAS}, es: {preferred: Relator Especial para la Libertad de Expresión de la OEA}}}
- {id: cable-committee, kind: body, names: {en: {preferred: Advisory Committee on Cables}, ar: {preferred: لجنة الكابلات البحرية}, zh: {preferred: 海底电缆委员会}, ru: {preferred: Кабельный комитет, variants: [{name: Комитет, only-near: true}]}}}
- {id: wire-convention, kind: treaty, names: {en: {preferred: Wire Convention, variants: [wire Convention]}, ru: {preferred: Конвенция о проводах}}}
- {id: weapons-panel, kind: mechanism, names: {en: {preferred: Panel on Certain Weapons, acronyms: [{name: PXW, only-near: true}]}}, related: [{to: ccw, as: its convention}]}
- {id: paper-works, kind: actor, names: {en: {preferred: Paper Works of the North, acronyms: [PXW]}, zh: {preferred: 北方纸张与印刷部}}}
- {id: resolution-101, kind: document, names: {en: {preferred: PP Resolution 101, variants: [{name: Resolution 101, only-near: true}]}, fr: {preferred: Résolution 101 de la Conférence}}, part-of: ccw}
- {id: resolution-102, kind: document, names: {en: {preferred: PP Resolution 102, variants: [{name: Resolution 102, only-near: true}]}, fr: {preferred: Résolution 102 de la Conférence}}, part-of: ccw}
- {id: acts-and-council, kind: actor, names: {en: {preferred: Acts & Council & Coé}}}
- {id: assembly-session, kind: term, names: {en: {preferred: session of the General Assembly}, zh: {preferred: 联合国大会, preferred-only-near: draft}, fr: {preferred: session de l’Assemblée}}, part-of: general-assembly}
- {id: kenya-privacy-act, kind: document, state: KE, names: {en: {preferred: Kenya Privacy Act, variants: [Privacy Act, Law No. 24-2019, Privacy (Kenya) Act]}}}
- {id: chile-privacy-act, kind: document, state: CL, names: {en: {preferred: Chile Privacy Act, variants: [Privacy Act, {name: Secret Council, only-near: true}]}}}
- {id: trade-conference, kind: body, names: {en: {preferred: Conference on Trade, acronyms: [CARE]}, fr: {preferred: Conférence du commerce, acronyms: [CNUCED]}}}
- {id: pp-2022, kind: event, names: {en: {preferred: Plenipotentiary Conference in Bucharest, variants: [PP-22]}}}
- {id: brass-summit-2021, kind: event, names: {en: {preferred: Brass Summit}}, period: {from: 2021-06-14, to: 2021-06-15}}
- {id: ccw-session-22, kind: event, names: {en: {preferred: twenty-second session of the parties on weapons}}, part-of: ccw}
- {id: panel-session-22, kind: event, names: {en: {preferred: opening of the panel, variants: [{name: twenty-second session, only-near: true}, {name: first session, only-near: true}]}}, part-of: weapons-panel, related: [{to: united-nations, as: host}]}
- {id: rope-forum, kind: mechanism, names: {en: {preferred: Global Rope Forum, acronyms: [RPF], variants: [UN Rope Forum]}, fr: {preferred: Forum mondial des cordes}, es: {preferred: Foro Mundial de Cuerdas}, ru: {preferred: Всемирный форум канатов}, ar: {preferred: منتدى الحبال العالمي}}}
- {id: rope-forum-secretariat, kind: body, part-of: rope-forum, names: {en: {preferred: Rope Forum Secretariat}}}
- {id: rope-forum-2019, kind: event, part-of: rope-forum, names: {en: {preferred: RPF 2019, variants: [nineteenth RPF]}, zh: {preferred: 2019年绳索论坛}}, period: {from: 2019-05-02, to: 2019-05-04}}
- {id: rope-forum-2022, kind: event, part-of: rope-forum, names: {en: {preferred: RPF 2022, variants: [outcome of RPF 2022]}, zh: {preferred: 2022年绳索论坛}}}
- {id: article-19, kind: actor, names: {en: {preferred: ARTICLE 19, preferred-case: exact}}}
- {id: goals, kind: agenda, names: {en: {preferred: Sustainable Development Goals, acronyms: [SDGs]}}}
- {id: goal-8, kind: agenda, part-of: goals, names: {en: {preferred: Sustainable Development Goal 8, short: SDG 8, variants: [{name: Goal 8, case: capitals, only-near: true}]}}}
- {id: target-9-c, kind: agenda, part-of: goals, names: {en: {preferred: Target 9.c of the Goals, short: SDG 9.c, variants: [Target 9.c]}}}
- {id: yearly-report-2022, kind: document, part-of: ccw, period: {from: 2022-07-29}, names: {en: {preferred: first yearly report, variants: [{name: yearly report, only-near: true}]}}}
- {id: yearly-report-2024, kind: document, part-of: ccw, period: {from: 2024-07-12}, names: {en: {preferred: third yearly report, variants: [{name: yearly report, only-near: true}]}}}
- {id: oewg-report, kind: document, part-of: oewg-1, names: {en: {preferred: final report of the first OEWG, variants: [{name: OEWG report, only-near: true}, OEWG 2021 report]}}}
`);
for (const concept of concepts) concept.summary = summary;

const sources: Source[] = parse(`
- {id: A/RES/73/27, type: report, genre: UN Doc, number: A/RES/73/27, title: Developments in the field of information and telecommunications in the context of international security, author: [{literal: UN General Assembly}], issued: {date-parts: [[2018, 12, 5]]}, URL: https://docs.un.org/en/A/RES/73/27}
- {id: A/RES/73/266, type: report, genre: UN Doc, number: A/RES/73/266, title: Advancing responsible State behaviour in cyberspace in the context of international security, author: [{literal: UN General Assembly}], issued: {date-parts: [[2018, 12, 22]]}, URL: https://docs.un.org/en/A/RES/73/266}
- {id: A/75/816, type: report, genre: UN Doc, number: A/75/816, title: Report of the Open-ended working group, author: [{literal: UN General Assembly}], issued: {date-parts: [[2021, 3, 18]]}, URL: https://docs.un.org/en/A/75/816, custom: {also-issued-as: [A/AC.290/2021/CRP.2]}}
- {id: S/RES/2341(2017), type: report, genre: UN Doc, number: S/RES/2341(2017), title: Threats to international peace and security caused by terrorist acts, author: [{literal: UN Security Council}], issued: {date-parts: [[2017, 2, 13]]}, URL: "https://docs.un.org/en/S/RES/2341(2017)"}
- {id: ets-185, type: treaty, number: ETS No. 185, title: Convention on Cybercrime, issued: {date-parts: [[2001, 11, 23]]}, URL: https://www.coe.int/185, custom: {short-title: Budapest Convention}}
- {id: "WSIS-05/TUNIS/DOC/6(Rev.1)", type: report, genre: UN Doc, number: "WSIS-05/TUNIS/DOC/6(Rev.1)", title: Tunis Agenda for the Information Society, author: [{literal: World Summit on the Information Society}], issued: {date-parts: [[2005, 11, 18]]}, URL: https://www.itu.int/tunis}
- {id: shared, type: article-journal, title: The Rules of the Road under the United Nations, author: [{family: Weiß, given: Zoë}], issued: {date-parts: [[2021]]}}
`);

export function smallField(): Field {
  return openField(
    compileDataset(
      concepts,
      sources,
      new Map([
        ['OEWG', ['oewg-2', 'oewg-1']],
        ['GGE', ['un-gge', 'gge-on-laws', 'gge-five']],
        ['Privacy Act', ['kenya-privacy-act', 'chile-privacy-act']],
      ]),
      ['OAS General Assembly', 'UN Women'],
      new Map([
        ['CL', { en: ['Chile', 'Chilean'], es: ['Chile', 'chileno'] }],
        ['KE', { en: ['Kenya', 'Kenyan'] }],
      ]),
    ),
  );
}
