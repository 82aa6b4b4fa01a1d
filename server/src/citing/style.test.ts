/** Golden references: every style for every kind of source, worked out from the guides named in the styles' files. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { CslItem, Source } from '../knowledge/record.ts';
import { sampleSources } from './sample-sources.ts';
import { type CitationStyle, citationStyles, formatReference, formatSubsequent } from './style.ts';

type SampleName = keyof typeof sampleSources;

/** The types of CSL 1.0.2. */
const cslTypes = (
  'article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset ' +
  'document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation ' +
  'manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical ' +
  'personal_communication post post-weblog regulation report review review-book software song speech standard thesis ' +
  'treaty webpage'
).split(' ');

type Expected = Record<Exclude<CitationStyle, 'oscola5'>, string> & {
  /** Absent where the fifth edition says what the fourth does. */
  oscola5?: string;
};

/** Markdown, so that italics are seen. */
const golden: Record<SampleName, { locator: string } & Expected> = {
  assemblyResolution: {
    locator: 'para. 5',
    oscola: 'UNGA Res 73/27 (5 December 2018) UN Doc A/RES/73/27, para 5',
    bluebook: 'G.A. Res. 73/27, ¶ 5, U.N. Doc. A/RES/73/27 (Dec. 5, 2018)',
    chicago:
      'UN General Assembly, Resolution 73/27, *Developments in the field of information and telecommunications in the context of international security*, A/RES/73/27 (December 5, 2018), para. 5.',
    un: 'Resolution 73/27, para. 5.',
    apa: 'United Nations General Assembly. (2018, December 5). *Developments in the field of information and telecommunications in the context of international security* (A/RES/73/27, para. 5). <https://docs.un.org/en/A/RES/73/27>',
  },
  declaration: {
    locator: 'article 19',
    oscola: 'Universal Declaration of Human Rights (adopted 10 December 1948) UNGA Res 217 A(III) (UDHR) art 19',
    oscola5: "UNGA Res 217 A(III) (10 December 1948) UN Doc A/RES/217(III)\\[A\\] ('UDHR') art 19",
    bluebook:
      'Universal Declaration of Human Rights, G.A. Res. 217 A (III), art. 19, U.N. Doc. A/RES/217(III)\\[A\\] (Dec. 10, 1948)',
    chicago:
      'UN General Assembly, Resolution 217 A (III), *Universal Declaration of Human Rights*, A/RES/217(III)\\[A\\] (December 10, 1948), art. 19.',
    un: 'Resolution 217 A (III), art. 19.',
    apa: 'United Nations General Assembly. (1948, December 10). *Universal Declaration of Human Rights* (A/RES/217(III)\\[A\\], art. 19). <https://docs.un.org/en/A/RES/217(III)>',
  },
  councilResolution: {
    locator: 'OP3',
    oscola: 'UNSC Res 2341 (13 February 2017) UN Doc S/RES/2341, para 3',
    bluebook: 'S.C. Res. 2341, ¶ 3, U.N. Doc. S/RES/2341 (Feb. 13, 2017)',
    chicago: 'UN Security Council, Resolution 2341, S/RES/2341 (February 13, 2017), para. 3.',
    un: 'Security Council resolution 2341 (2017), para. 3.',
    apa: 'United Nations Security Council. (2017, February 13). *Resolution 2341 (2017)* (S/RES/2341(2017), para. 3). <https://docs.un.org/en/S/RES/2341(2017)>',
  },
  undatedCouncilResolution: {
    locator: '',
    oscola: 'UNSC Res 2341 (2017) UN Doc S/RES/2341',
    bluebook: 'S.C. Res. 2341, U.N. Doc. S/RES/2341 (2017)',
    chicago: 'UN Security Council, Resolution 2341, S/RES/2341 (2017).',
    un: 'Security Council resolution 2341 (2017).',
    apa: 'United Nations Security Council. (2017). *Resolution 2341 (2017)* (S/RES/2341(2017)).',
  },
  economicAndSocialCouncilResolution: {
    locator: 'paras 1 and 4',
    oscola: 'ECOSOC Res 2011/33 (28 July 2011) UN Doc E/RES/2011/33, paras 1 and 4',
    bluebook: 'E.S.C. Res. 2011/33, ¶¶ 1 and 4, U.N. Doc. E/RES/2011/33 (July 28, 2011)',
    chicago:
      'UN Economic and Social Council, Resolution 2011/33, *Prevention, protection and international cooperation against the use of new information technologies*, E/RES/2011/33 (July 28, 2011), paras. 1 and 4.',
    un: 'Economic and Social Council resolution 2011/33, paras. 1 and 4.',
    apa: 'United Nations Economic and Social Council. (2011, July 28). *Prevention, protection and international cooperation against the use of new information technologies* (E/RES/2011/33, paras. 1 and 4).',
  },
  humanRightsCouncilResolution: {
    locator: '¶ 1',
    oscola: 'UNHRC Res 20/8 (5 July 2012) UN Doc A/HRC/RES/20/8, para 1',
    bluebook: 'Human Rights Council Res. 20/8, ¶ 1, U.N. Doc. A/HRC/RES/20/8 (July 5, 2012)',
    chicago:
      'UN Human Rights Council, Resolution 20/8, *The promotion, protection and enjoyment of human rights on the Internet*, A/HRC/RES/20/8 (July 5, 2012), para. 1.',
    un: 'Human Rights Council resolution 20/8, para. 1.',
    apa: 'United Nations Human Rights Council. (2012, July 5). *The promotion, protection and enjoyment of human rights on the Internet* (A/HRC/RES/20/8, para. 1).',
  },
  expertsReport: {
    locator: 'para. 71 (b)',
    oscola:
      "UNGA 'Report of the Group of Governmental Experts on Advancing Responsible State Behaviour in Cyberspace in the Context of International Security' (14 July 2021) UN Doc A/76/135, para 71(b)",
    oscola5:
      "UNGA, 'Report of the Group of Governmental Experts on Advancing Responsible State Behaviour in Cyberspace in the Context of International Security' (14 July 2021) UN Doc A/76/135, para 71(b)",
    bluebook:
      'Rep. of the Grp. of Governmental Experts on Advancing Responsible State Behaviour in Cyberspace in the Context of International Security, ¶ 71(b), U.N. Doc. A/76/135 (July 14, 2021)',
    chicago:
      'UN General Assembly, *Report of the Group of Governmental Experts on Advancing Responsible State Behaviour in Cyberspace in the Context of International Security*, A/76/135 (July 14, 2021), para. 71(b).',
    un: 'A/76/135, para. 71 (b).',
    apa: 'United Nations General Assembly. (2021, July 14). *Report of the Group of Governmental Experts on Advancing Responsible State Behaviour in Cyberspace in the Context of International Security* (A/76/135, para. 71(b)). <https://docs.un.org/en/A/76/135>',
  },
  rapporteursReport: {
    locator: 'paras. 5-7',
    oscola:
      "Frank La Rue, 'Report of the Special Rapporteur on the promotion and protection of the right to freedom of opinion and expression' (16 May 2011) UN Doc A/HRC/17/27, paras 5–7",
    bluebook:
      'Frank La Rue, *Report of the Special Rapporteur on the promotion and protection of the right to freedom of opinion and expression*, ¶¶ 5–7, U.N. Doc. A/HRC/17/27 (May 16, 2011)',
    chicago:
      'Frank La Rue, *Report of the Special Rapporteur on the promotion and protection of the right to freedom of opinion and expression*, A/HRC/17/27 (May 16, 2011), paras. 5–7.',
    un: 'A/HRC/17/27, paras. 5–7.',
    apa: 'La Rue, F. (2011, May 16). *Report of the Special Rapporteur on the promotion and protection of the right to freedom of opinion and expression* (A/HRC/17/27, paras. 5–7).',
  },
  secretaryGeneralsReport: {
    locator: 'pp. 33–35',
    oscola:
      "UN Secretary-General 'Countering the use of information and communications technologies for criminal purposes' (30 July 2019) UN Doc A/74/130, 33–35",
    oscola5:
      "UN Secretary-General, 'Countering the use of information and communications technologies for criminal purposes' (30 July 2019) UN Doc A/74/130, 33–35",
    bluebook:
      'U.N. Secretary-General, *Countering the use of information and communications technologies for criminal purposes*, at 33–35, U.N. Doc. A/74/130 (July 30, 2019)',
    chicago:
      'UN Secretary-General, *Countering the use of information and communications technologies for criminal purposes*, A/74/130 (July 30, 2019), 33–35.',
    un: 'A/74/130, pp. 33–35.',
    apa: 'United Nations Secretary-General. (2019, July 30). *Countering the use of information and communications technologies for criminal purposes* (A/74/130, pp. 33–35).',
  },
  conferencePaperWithSymbol: {
    locator: 'annex I, para. 3',
    oscola: "Fourteenth UN Crime Congress 'Current crime trends' (January 2020) UN Doc A/CONF.234/11, annex I, para 3",
    oscola5:
      "Fourteenth UN Crime Congress, 'Current crime trends' (January 2020) UN Doc A/CONF.234/11, annex I, para 3",
    bluebook: 'Fourteenth UN Crime Congress, *Current crime trends*, annex I, ¶ 3, U.N. Doc. A/CONF.234/11 (Jan. 2020)',
    chicago: 'Fourteenth UN Crime Congress, *Current crime trends*, A/CONF.234/11 (January 2020), annex I, para. 3.',
    un: 'A/CONF.234/11, annex I, para. 3.',
    apa: 'Fourteenth UN Crime Congress. (2020, January). *Current crime trends* (A/CONF.234/11, Annex I, para. 3).',
  },
  treaty: {
    locator: 'art. 32',
    oscola:
      'Convention on Cybercrime (opened for signature 23 November 2001, entered into force 1 July 2004) 2296 UNTS 167 (Budapest Convention) art 32',
    oscola5:
      "Convention on Cybercrime (opened for signature 23 November 2001, entered into force 1 July 2004) 2296 UNTS 167 ('Budapest Convention') art 32",
    bluebook: 'Convention on Cybercrime art. 32, Nov. 23, 2001, E.T.S. No. 185, 2296 U.N.T.S. 167',
    chicago: 'Convention on Cybercrime, November 23, 2001, 2296 UNTS 167, art. 32.',
    un: 'United Nations, *Treaty Series*, vol. 2296, No. 40916, art. 32.',
    apa: 'Convention on Cybercrime art. 32, November 23, 2001, <https://www.coe.int/en/web/conventions/full-list?module=treaty-detail&treatynum=185>',
  },
  treatyNotInForce: {
    locator: 'arts. 6-7',
    oscola:
      'Second Additional Protocol to the Convention on Cybercrime (opened for signature 12 May 2022, not yet in force) CETS No 224, arts 6–7',
    bluebook:
      'Second Additional Protocol to the Convention on Cybercrime arts. 6–7, May 12, 2022, C.E.T.S. No. 224 (not yet in force)',
    chicago:
      'Second Additional Protocol to the Convention on Cybercrime, May 12, 2022, CETS No. 224 (not yet in force), arts. 6–7.',
    un: 'Council of Europe, *Treaty Series*, No. 224, arts. 6–7.',
    apa: 'Second Additional Protocol to the Convention on Cybercrime arts. 6–7, May 12, 2022.',
  },
  treatyInResolution: {
    locator: 'art. 7 (1)(a)',
    oscola:
      'United Nations Convention against Cybercrime (adopted 24 December 2024) UN Doc A/RES/79/243, annex, art 7(1)(a)',
    bluebook: 'United Nations Convention against Cybercrime art. 7(1)(a), Dec. 24, 2024, U.N. Doc. A/RES/79/243, annex',
    chicago:
      'United Nations Convention against Cybercrime, December 24, 2024, UN Doc. A/RES/79/243, annex, art. 7(1)(a).',
    un: 'Resolution 79/243, annex, art. 7 (1) (a).',
    apa: 'United Nations Convention against Cybercrime art. 7(1)(a), December 24, 2024, <https://treaties.un.org/cybercrime>',
  },
  treatyInNoSeries: {
    locator: 'preamble',
    oscola:
      'African Union Convention on Cyber Security and Personal Data Protection (adopted 27 June 2014, entered into force 8 June 2023) preamble \\<<https://au.int/malabo>\\>',
    bluebook:
      'African Union Convention on Cyber Security and Personal Data Protection pmbl., June 27, 2014, <https://au.int/malabo>',
    chicago:
      'African Union Convention on Cyber Security and Personal Data Protection, June 27, 2014, preamble, <https://au.int/malabo>.',
    un: 'African Union Convention on Cyber Security and Personal Data Protection, 27 June 2014, preamble. Available at <https://au.int/malabo>.',
    apa: 'African Union Convention on Cyber Security and Personal Data Protection preamble, June 27, 2014, <https://au.int/malabo>',
  },
  charter: {
    locator: 'art. 2(4)',
    oscola:
      'Charter of the United Nations (adopted 26 June 1945, entered into force 24 October 1945) 1 UNTS XVI (UN Charter) art 2(4)',
    oscola5: 'UN Charter, art 2(4)',
    bluebook: 'U.N. Charter art. 2, ¶ 4',
    chicago: 'Charter of the United Nations, June 26, 1945, 1 UNTS XVI, art. 2(4).',
    un: 'Charter of the United Nations, Article 2 (4).',
    apa: 'U.N. Charter art. 2, para. 4.',
  },
  journalArticle: {
    locator: 'p. 12',
    oscola:
      'Tim Maurer, Tian Qu and Yan Wang, \'The Emergence of "Cyber" Norms: What Next?\' (2017) 33 Journal of Cyber Policy 4, 12',
    bluebook: "Tim Maurer et al., *The Emergence of “Cyber” Norms: What Next?*, 33 J. Cyber Pol'y 4, 12 (2017)",
    chicago:
      'Tim Maurer, Tian Qu, and Yan Wang, "The Emergence of \'Cyber\' Norms: What Next?," *Journal of Cyber Policy* 33, no. 5 (October 2017): 12, <https://doi.org/10.1000/182>.',
    un: 'Tim Maurer, Tian Qu and Yan Wang, "The emergence of \'cyber\' norms: what next?", *Journal of Cyber Policy*, vol. 33, No. 5 (October 2017), p. 12.',
    apa: 'Maurer, T., Qu, T., & Wang, Y. (2017). The emergence of “cyber” norms: what next? *Journal of Cyber Policy*, *33*(5), 4–105 (p. 12). <https://doi.org/10.1000/182>',
  },
  book: {
    locator: '33',
    oscola: 'Adam Segal, *The Hacked World Order* (PublicAffairs 2016) 33',
    bluebook: 'Adam Segal, *The Hacked World Order* 33 (2016)',
    chicago: 'Adam Segal, *The Hacked World Order* (New York: PublicAffairs, 2016), 33.',
    un: 'Adam Segal, *The Hacked World Order* (New York, PublicAffairs, 2016), p. 33.',
    apa: 'Segal, A. (2016). *The Hacked World Order* (p. 33). PublicAffairs.',
  },
  editedBook: {
    locator: 'rule 4',
    oscola: 'Michael N Schmitt (ed), *Tallinn Manual 2.0* (Cambridge University Press 2017) rule 4',
    bluebook: '*Tallinn Manual 2.0* rule 4 (Michael N. Schmitt ed., 2017)',
    chicago: 'Michael N. Schmitt, ed., *Tallinn Manual 2.0* (Cambridge University Press, 2017), rule 4.',
    un: 'Michael N. Schmitt, ed., *Tallinn Manual 2.0* (Cambridge University Press, 2017), rule 4.',
    apa: 'Schmitt, M. N. (Ed.). (2017). *Tallinn Manual 2.0* (rule 4). Cambridge University Press.',
  },
  chapter: {
    locator: 'pp. 5-6',
    oscola:
      "Louise Marie Hurel, 'Norms' in Eneken Tikk and Mika Kerttunen (eds), *Routledge Handbook of International Cybersecurity* (Routledge 2020) 5–6",
    bluebook:
      'Louise Marie Hurel, *Norms*, *in* Routledge Handbook of International Cybersecurity 3, 5–6 (Eneken Tikk & Mika Kerttunen eds., 2020)',
    chicago:
      'Louise Marie Hurel, "Norms," in *Routledge Handbook of International Cybersecurity*, ed. Eneken Tikk and Mika Kerttunen (London: Routledge, 2020), 5–6.',
    un: 'Louise Marie Hurel, "Norms", in *Routledge Handbook of International Cybersecurity*, Eneken Tikk and Mika Kerttunen, eds. (London, Routledge, 2020), pp. 5–6.',
    apa: 'Hurel, L. M. (2020). Norms. In E. Tikk & M. Kerttunen (Eds.), *Routledge Handbook of International Cybersecurity* (pp. 3–19; pp. 5–6). Routledge.',
  },
  webPage: {
    locator: '',
    oscola:
      "Internet Governance Forum, 'What Is the Internet Governance Forum?' \\<<https://www.intgovforum.org/en/about_igf>\\> accessed 2 January 2026",
    bluebook:
      'Internet Governance Forum, *What Is the Internet Governance Forum?*, <https://www.intgovforum.org/en/about_igf> (last visited Jan. 2, 2026)',
    chicago:
      'Internet Governance Forum, "What Is the Internet Governance Forum?," accessed January 2, 2026, <https://www.intgovforum.org/en/about_igf>.',
    un: 'Internet Governance Forum, "What is the Internet Governance Forum?", accessed on 2 January 2026. Available at <https://www.intgovforum.org/en/about_igf>.',
    apa: 'Internet Governance Forum. (n.d.). *What is the Internet Governance Forum?* <https://www.intgovforum.org/en/about_igf>',
  },
  blogPost: {
    locator: 'para. 2',
    oscola:
      "Adam Segal, 'The UN's Group of Governmental Experts on Cybersecurity' (*Net Politics*, 13 April 2015) para 2 \\<<https://www.cfr.org/blog/uns-group-governmental-experts-cybersecurity>\\>",
    bluebook:
      "Adam Segal, *The UN's Group of Governmental Experts on Cybersecurity*, ¶ 2, Net Politics (Apr. 13, 2015), <https://www.cfr.org/blog/uns-group-governmental-experts-cybersecurity>",
    chicago:
      'Adam Segal, "The UN\'s Group of Governmental Experts on Cybersecurity," *Net Politics* (blog), April 13, 2015, para. 2, <https://www.cfr.org/blog/uns-group-governmental-experts-cybersecurity>.',
    un: 'Adam Segal, "The UN\'s Group of Governmental Experts on Cybersecurity", Net Politics, 13 April 2015, para. 2. Available at <https://www.cfr.org/blog/uns-group-governmental-experts-cybersecurity>.',
    apa: "Segal, A. (2015, April 13). The UN's Group of Governmental Experts on Cybersecurity (para. 2). *Net Politics*. <https://www.cfr.org/blog/uns-group-governmental-experts-cybersecurity>",
  },
  conferencePaper: {
    locator: '',
    oscola: "Henry Roigas, 'Norms in Practice' (CyCon 2019, Tallinn, 28 May 2019)",
    bluebook: 'Henry Roigas, *Norms in Practice*, Paper Presented at CyCon 2019, Tallinn (May 28, 2019)',
    chicago: 'Henry Roigas, "Norms in Practice" (paper presented at CyCon 2019, Tallinn, May 28, 2019).',
    un: 'Henry Roigas, "Norms in Practice", paper presented at CyCon 2019, Tallinn, 28 May 2019.',
    apa: 'Roigas, H. (2019, May 28). *Norms in Practice* \\[Paper presentation\\]. CyCon 2019, Tallinn.',
  },
  institutionsReport: {
    locator: 'p 95',
    oscola: 'International Telecommunication Union, *Global Strategic Report* (ITU 2008) 95',
    bluebook: 'International Telecommunication Union, *Global Strategic Report* 95 (ITU, 2008)',
    chicago: 'International Telecommunication Union, *Global Strategic Report* (Geneva: ITU, 2008), 95.',
    un: 'International Telecommunication Union, *Global Strategic Report* (Geneva, ITU, 2008), p. 95.',
    apa: 'International Telecommunication Union. (2008). *Global Strategic Report* (p. 95). ITU.',
  },
  newspaperArticle: {
    locator: '',
    oscola: "Ann Reporter, 'Norms at Last' *The Times* (4 March 2019) 4",
    bluebook: 'Ann Reporter, *Norms at Last*, The Times, Mar. 4, 2019, at 4',
    chicago: 'Ann Reporter, "Norms at Last," *The Times*, March 4, 2019.',
    un: 'Ann Reporter, "Norms at Last", *The Times*, 4 March 2019.',
    apa: 'Reporter, A. (2019, March 4). Norms at Last. *The Times*, 4.',
  },
  thesis: {
    locator: 'ch. 3',
    oscola: "Jane Doe, 'Norms?' (PhD thesis, University of Geneva 2019) ch 3",
    oscola5: 'Jane Doe, *Norms?* (PhD thesis, University of Geneva 2019) ch 3',
    bluebook: 'Jane Doe, Norms? ch. 3 (2019) (Ph.D. thesis, University of Geneva)',
    chicago: 'Jane Doe, "Norms?" (PhD diss., University of Geneva, 2019), chap. 3.',
    un: 'Jane Doe, "Norms?", PhD thesis, University of Geneva, 2019, chap. 3.',
    apa: 'Doe, J. (2019). *Norms?* (Chapter 3) \\[PhD thesis, University of Geneva\\].',
  },
  advisoryOpinion: {
    locator: 'para. 88',
    oscola:
      '*Legal Consequences of the Construction of a Wall in the Occupied Palestinian Territory* (Advisory Opinion) \\[2004\\] ICJ Rep 136, para 88',
    oscola5:
      '*Legal Consequences of the Construction of a Wall in the Occupied Palestinian Territory* (Advisory Opinion) \\[2004\\] ICJ Rep 136 \\[88\\]',
    bluebook:
      'Legal Consequences of the Construction of a Wall in the Occupied Palestinian Territory, Advisory Opinion, 2004 I.C.J. 136, ¶ 88 (July 9)',
    chicago:
      'Legal Consequences of the Construction of a Wall in the Occupied Palestinian Territory, Advisory Opinion, 2004 I.C.J. 136, para. 88 (July 9).',
    un: '*Legal Consequences of the Construction of a Wall in the Occupied Palestinian Territory, Advisory Opinion, I.C.J. Reports 2004*, p. 136, para. 88.',
    apa: 'Legal Consequences of the Construction of a Wall in the Occupied Palestinian Territory, Advisory Opinion, 2004 I.C.J. 136, para. 88 (July 9).',
  },
  summitDeclaration: {
    locator: 'para. 72',
    oscola: "NATO, 'Wales Summit Declaration' (5 September 2014) para 72",
    bluebook: 'NATO, *Wales Summit Declaration* ¶ 72 (Sept. 5, 2014)',
    chicago: 'NATO, *Wales Summit Declaration* (September 5, 2014), para. 72.',
    un: 'NATO, *Wales Summit Declaration* (5 September 2014), para. 72.',
    apa: 'NATO. (2014, September 5). *Wales Summit Declaration* (para. 72).',
  },
  speech: {
    locator: '',
    oscola:
      "Hamadoun I Touré, 'Opening Remarks' (Geneva, 21 May 2008) \\<<https://www.itu.int/speeches/2008/may21.aspx>\\>",
    bluebook:
      'Hamadoun I. Touré, *Opening Remarks*, Geneva (May 21, 2008), <https://www.itu.int/speeches/2008/may21.aspx>',
    chicago:
      'Hamadoun I. Touré, "Opening Remarks" (Geneva, May 21, 2008), <https://www.itu.int/speeches/2008/may21.aspx>.',
    un: 'Hamadoun I. Touré, "Opening remarks", Geneva, 21 May 2008. Available at <https://www.itu.int/speeches/2008/may21.aspx>.',
    apa: 'Touré, H. I. (2008, May 21). *Opening remarks* \\[Speech\\]. Geneva. <https://www.itu.int/speeches/2008/may21.aspx>',
  },
  treatyKnownByItsAdoption: {
    locator: 'art. 19 (2)',
    oscola:
      'International Covenant on Civil and Political Rights (adopted 16 December 1966, entered into force 23 March 1976) 999 UNTS 171 (ICCPR) art 19(2)',
    oscola5:
      "International Covenant on Civil and Political Rights (adopted 16 December 1966, entered into force 23 March 1976) 999 UNTS 171 ('ICCPR') art 19(2)",
    bluebook: 'International Covenant on Civil and Political Rights art. 19(2), Dec. 16, 1966, 999 U.N.T.S. 171',
    chicago: 'International Covenant on Civil and Political Rights, December 16, 1966, 999 UNTS 171, art. 19(2).',
    un: 'United Nations, *Treaty Series*, vol. 999, p. 171, art. 19 (2).',
    apa: 'International Covenant on Civil and Political Rights art. 19(2), December 16, 1966.',
  },
  legislation: {
    locator: 'art. 5',
    oscola:
      'Regulation (EU) 2024/1689 laying down harmonised rules on artificial intelligence \\[2024\\] OJ L 2024/1689, art 5',
    bluebook:
      'Regulation (EU) 2024/1689 laying down harmonised rules on artificial intelligence, art. 5, 2024 O.J. (L) 2024/1689',
    chicago:
      'Regulation (EU) 2024/1689 laying down harmonised rules on artificial intelligence, OJ L 2024/1689 (June 13, 2024), art. 5.',
    un: 'Regulation (EU) 2024/1689 laying down harmonised rules on artificial intelligence, *Official Journal of the European Union*, L 2024/1689, 13 June 2024, art. 5.',
    apa: 'Regulation (EU) 2024/1689 laying down harmonised rules on artificial intelligence, OJ L 2024/1689, art. 5 (2024).',
  },
};

for (const [name, expected] of Object.entries(golden)) {
  describe(name, () => {
    for (const style of citationStyles) {
      test(style, () => {
        const source: Source = sampleSources[name as SampleName];
        assert.equal(
          formatReference(source, style, { locator: expected.locator, markup: 'markdown' }),
          expected[style] ?? expected.oscola,
        );
      });
    }
  });
}

function source(fields: Partial<Source>): Source {
  return { id: 'x', type: 'report', title: '', ...fields };
}

test('a treaty of which only the day is recorded was adopted on it', () => {
  const convention = source({
    type: 'treaty',
    title: 'Convention on Cybercrime',
    issued: { 'date-parts': [[2001, 11, 23]] },
    custom: { 'short-title': 'Budapest Convention', 'in-force': '2004-07-01', series: ['2296 UNTS 167'] },
  });
  assert.equal(
    formatReference(convention, 'oscola', { locator: 'art 32' }),
    'Convention on Cybercrime (adopted 23 November 2001, entered into force 1 July 2004) 2296 UNTS 167 (Budapest Convention) art 32',
  );
  assert.equal(formatReference(convention, 'un'), 'United Nations, Treaty Series, vol. 2296, p. 167.');
});

test('a treaty without a date of entry into force is not said to be out of force', () => {
  const treaty = source({ type: 'treaty', title: 'Agreement', custom: { adopted: '2009-06-16' } });
  assert.equal(formatReference(treaty, 'oscola'), 'Agreement (adopted 16 June 2009)');
});

test('plain text carries no markup', () => {
  assert.equal(
    formatReference(sampleSources.blogPost, 'oscola'),
    "Adam Segal, 'The UN's Group of Governmental Experts on Cybersecurity' (Net Politics, 13 April 2015) <https://www.cfr.org/blog/uns-group-governmental-experts-cybersecurity>",
  );
});

test('a report with a session in its title is not given the body a second time in Bluebook', () => {
  const report = source({
    number: 'CCW/GGE.1/2019/3',
    genre: 'UN Doc',
    title: 'Report of the 2019 session of the Group of Governmental Experts on Emerging Technologies',
    author: [{ literal: 'Group of Governmental Experts on Emerging Technologies' }],
    issued: { 'date-parts': [[2019, 9, 25]] },
  });
  assert.equal(
    formatReference(report, 'bluebook'),
    'Rep. of the 2019 session of the Grp. of Governmental Experts on Emerging Technologies, U.N. Doc. CCW/GGE.1/2019/3 (Sept. 25, 2019)',
  );
});

test('the organ is known from the symbol where no author is recorded', () => {
  const report = source({ number: 'A/75/816', title: 'Final substantive report' });
  assert.equal(formatReference(report, 'oscola'), "UNGA 'Final substantive report' UN Doc A/75/816");
  assert.equal(formatReference(report, 'chicago'), 'UN General Assembly, Final substantive report, A/75/816.');
  assert.equal(formatReference(report, 'un'), 'A/75/816.');
});

test('a document of another organization keeps the label of its own', () => {
  const paper = source({
    genre: 'ITU Doc',
    number: 'C09/35-E',
    title: 'Cybersecurity',
    author: [{ literal: 'ITU Council' }],
    issued: { 'date-parts': [[2009]] },
  });
  assert.equal(formatReference(paper, 'oscola'), "ITU Council 'Cybersecurity' (2009) ITU Doc C09/35-E");
  assert.equal(formatReference(paper, 'un'), 'ITU Council, Cybersecurity, document C09/35-E.');
});

test('a symbol outweighs what a program made of the genre', () => {
  const report = source({
    genre: 'technical report',
    number: 'A/75/816',
    title: 'Report',
    author: [{ literal: 'OEWG' }],
  });
  assert.equal(formatReference(report, 'oscola'), "OEWG 'Report' UN Doc A/75/816");
  assert.equal(formatReference(report, 'un'), 'A/75/816.');
});

test('a judgment of the Union with its identifier, in its number or its address', () => {
  const judgment = source({
    type: 'legal_case',
    title: 'Schempp v Finanzamt',
    number: 'Case C-403/03, ECLI:EU:C:2005:446',
    issued: { 'date-parts': [[2005, 7, 12]] },
  });
  const { number: _number, ...rest } = judgment;
  const address = 'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=ecli%3AECLI%3AEU%3AC%3A2005%3A446';
  // OSCOLA, fifth edition, 4.4.2.
  assert.equal(
    formatReference(judgment, 'oscola5', { locator: 'para. 19' }),
    'Case C-403/03 Schempp v Finanzamt EU:C:2005:446 [19]',
  );
  assert.equal(formatReference(judgment, 'oscola'), 'Case C–403/03 Schempp v Finanzamt (CJEU, 12 July 2005)');
  assert.equal(
    formatReference({ ...rest, URL: address }, 'oscola5'),
    'EU:C:2005:446 Schempp v Finanzamt (12 July 2005)',
  );
  assert.equal(formatReference(judgment, 'bluebook'), 'Case C-403/03, Schempp v. Finanzamt (July 12, 2005)');
});

test('a source that says nothing is given by its key', () => {
  for (const style of citationStyles) {
    assert.match(formatReference({ id: 'segal-2016' } as Source, style), /segal-2016/);
  }
});

test('nothing in a field becomes Markdown', () => {
  const hostile = source({
    type: 'webpage',
    title: '*a* _b_ [c](d) `e` <img src=x> @f ^g^ $h$ |i| \\j &amp; {.k}',
    URL: 'javascript:alert(1)',
  });
  assert.equal(
    formatReference(hostile, 'un', { markup: 'markdown' }),
    '"\\*a\\* \\_b\\_ \\[c\\](d) \\`e\\` \\<img src=x\\> \\@f \\^g\\^ \\$h\\$ \\|i\\| \\\\j \\&amp; \\{.k\\}". Available at javascript:alert(1).',
  );
});

test('a reference at the start of a note is no list', () => {
  const article = source({ type: 'report', title: '2030. An Agenda', publisher: 'UN' });
  assert.match(formatReference(article, 'un', { markup: 'markdown' }), /^\*2030/);
  const named = source({ type: 'webpage', title: 'Title', author: [{ literal: '1. Committee' }] });
  assert.match(formatReference(named, 'chicago', { markup: 'markdown' }), /^1\\\. Committee/);
});

describe('any source whatever', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.stringMatching(/^[A-Za-z ,.;:()[\]'"?!*_<>@&/-]{0,30}$/),
    fc.constantFrom('A/RES/73/27', 'S/RES/2341(2017)', 'Report of the Group on X', 'ETS No. 185', 'UN Doc', '12-15'),
  );
  const name = fc.record({ family: text, given: text, literal: text }, { requiredKeys: [] });
  const date = fc.record({
    'date-parts': fc.array(fc.array(fc.integer({ min: -10, max: 2100 }), { maxLength: 3 }), { maxLength: 2 }),
  });
  const recordDate = fc.constantFrom('2001', '2001-11', '2001-11-23', 'soon');
  const custom = fc.record(
    {
      adopted: recordDate,
      opened: recordDate,
      'in-force': recordDate,
      series: fc.array(text, { maxLength: 3 }),
      'short-title': text,
      note: text,
    },
    { requiredKeys: [] },
  );
  const anySource = fc.record(
    {
      id: text,
      type: fc.constantFrom(...cslTypes, '?'),
      title: text,
      genre: text,
      number: text,
      author: fc.array(name, { maxLength: 5 }),
      editor: fc.array(name, { maxLength: 3 }),
      issued: date,
      accessed: date,
      URL: fc.oneof(fc.webUrl(), text),
      DOI: text,
      publisher: text,
      'publisher-place': text,
      'container-title': text,
      volume: text,
      issue: text,
      page: text,
      custom,
      // What a user's file may give besides, of any type at all.
      translator: fc.oneof(fc.array(name, { maxLength: 3 }), fc.anything()),
      recipient: fc.array(name, { maxLength: 2 }),
      interviewer: fc.array(name, { maxLength: 2 }),
      'collection-title': text,
      'collection-number': fc.oneof(text, fc.integer()),
      'container-title-short': text,
      'event-title': text,
      'event-place': text,
      'title-short': text,
      edition: fc.oneof(text, fc.integer({ min: 0, max: 200 }), fc.anything()),
      version: text,
      authority: text,
      section: text,
      status: text,
      archive: text,
      ISBN: text,
      'original-date': fc.oneof(date, fc.anything()),
    },
    { requiredKeys: [] },
  ) as unknown as fc.Arbitrary<CslItem>;
  const locator = fc.oneof(
    text,
    fc.constantFrom('para. 5', 'pp. 3-4', 'art. 2(4)', '§ 5', 'annex I, para. 3', 'norm 13 (f)', '', 'paras. 5, 7'),
  );

  const earlier = fc.record(
    { firstNote: fc.integer({ min: 1, max: 99 }), isPrevious: fc.boolean(), needsTitle: fc.boolean() },
    { requiredKeys: [] },
  );
  const gap = /undefined|\[object|NaN| {2}|,,| ,|\.\.|\(\)|\[\]|\( |^\s|\s$|\n/;

  for (const style of citationStyles) {
    test(`${style}: never throws, never leaves gaps`, () => {
      fc.assert(
        fc.property(anySource, locator, earlier, (source, pinpoint, before) => {
          formatReference(source, style, { locator: pinpoint, markup: 'markdown' });
          formatSubsequent(source, style, { locator: pinpoint, markup: 'markdown', ...before });
          const { URL: _address, DOI: _doi, ...printed } = source;
          for (const reference of [
            formatReference(printed as CslItem, style, { locator: pinpoint }),
            formatReference(printed as CslItem, style, { locator: pinpoint, introducesShortTitle: true }),
            formatSubsequent(printed as CslItem, style, { locator: pinpoint, ...before }),
          ])
            assert.doesNotMatch(reference, gap);
        }),
        { numRuns: 3000 },
      );
    });
  }

  const words = fc
    .array(
      fc.constantFrom(
        'norms',
        'The',
        'of',
        'cyberspace',
        '(draft)',
        '“peace”',
        'and',
        'Rev. 2',
        'États',
        '规范',
        'why?',
        '2019',
      ),
      { minLength: 1, maxLength: 9 },
    )
    .map((chosen) => chosen.join(' '));
  const orderlyName = fc.oneof(
    fc.record({ family: fc.constantFrom('Segal', 'de Wet', '王'), given: fc.constantFrom('Adam', 'M. N.', '小明') }),
    fc.record({ literal: fc.constantFrom('UN General Assembly', 'RAND Corporation') }),
  );
  const number = fc.constantFrom('12', 'A/76/135', '[2008] UKHL 13', 'C-311/18', 'RR-12');
  const orderly = fc.record(
    {
      id: fc.constantFrom('x', 'A/RES/73/27'),
      type: fc.constantFrom(...cslTypes),
      title: words,
      author: fc.array(orderlyName, { maxLength: 4 }),
      editor: fc.array(orderlyName, { maxLength: 2 }),
      translator: fc.array(orderlyName, { maxLength: 1 }),
      recipient: fc.array(orderlyName, { maxLength: 1 }),
      issued: fc.constantFrom({ 'date-parts': [[2019, 3, 4]] }, { 'date-parts': [[2019]] }, { literal: 'in press' }),
      accessed: fc.constant({ 'date-parts': [[2026, 1, 2]] }),
      genre: fc.constantFrom('Working Paper', 'PhD thesis', 'Lecture', 'UN Doc', 'email'),
      number,
      publisher: words,
      'publisher-place': fc.constantFrom('Geneva', 'Santa Monica, CA'),
      'container-title': fc.oneof(
        words,
        fc.constantFrom('AC', 'U.S.C.', 'I.C.J. Reports 2004', 'Official Journal of the European Union'),
      ),
      'collection-title': words,
      'event-title': words,
      volume: fc.constantFrom('3', 'L 129'),
      issue: fc.constantFrom('4'),
      page: fc.constantFrom('12-19', '7'),
      edition: fc.constantFrom('1', '2nd', 'Rev. ed.'),
      version: fc.constantFrom('1.2', 'beta'),
      section: fc.constantFrom('1030'),
      authority: fc.constantFrom('House of Lords'),
      URL: fc.constantFrom('https://example.org/a'),
      'title-short': fc.constantFrom('Norms'),
      custom: fc.record(
        { 'short-title': fc.constantFrom('UDHR', 'Budapest Convention'), opened: fc.constant('2001-11-23') },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: ['id', 'type'] },
  );
  const orderlyLocator = fc.constantFrom(
    '',
    'para. 5',
    'pp. 3-4',
    'art. 2(4)',
    'annex, para. 3',
    'Preamble',
    'p. 9, fn. 6',
  );

  /** What of brackets and quotation marks has no partner. */
  function lone(text: string): string {
    const open: string[] = [];
    const partners: Record<string, string> = { ')': '(', ']': '[', '”': '“' };
    for (const mark of text.replace(/[^()[\]“”]/gu, '')) {
      if (partners[mark] === undefined) open.push(mark);
      else if (open.pop() !== partners[mark]) return mark;
    }
    if (text.split('"').length % 2 === 0) return '"';
    return open.join('');
  }

  for (const style of citationStyles) {
    test(`${style}: an orderly item keeps its brackets, quotation marks and stops in order`, () => {
      fc.assert(
        fc.property(orderly, orderlyLocator, earlier, (item, pinpoint, before) => {
          for (const reference of [
            formatReference(item, style, { locator: pinpoint }),
            formatSubsequent(item, style, { locator: pinpoint, ...before }),
          ]) {
            assert.equal(lone(reference), '', reference);
            assert.doesNotMatch(reference, gap);
            assert.doesNotMatch(reference, /null|[,;:] ?[,;:.)\]]|\.,(?![ "”’'])|[?!]\./, reference);
          }
        }),
        { numRuns: 2000 },
      );
    });
  }

  const hasPandoc = spawnSync('pandoc', ['--version']).status === 0;
  test('pandoc reads the Markdown as the plain text that it stands for', {
    skip: hasPandoc ? false : 'pandoc is not installed',
  }, () => {
    const samples = fc.sample(fc.tuple(anySource, locator, fc.constantFrom(...citationStyles)), 600);
    const references = samples
      .map(([source, pinpoint, style]) => ({
        plain: formatReference(source, style, { locator: pinpoint }),
        markdown: formatReference(source, style, { locator: pinpoint, markup: 'markdown' }),
      }))
      .filter(({ plain }) => plain !== '');
    const { stdout, status, stderr } = spawnSync('pandoc', ['-f', 'markdown-smart', '-t', 'json'], {
      input: references.map(({ markdown }) => `${markdown}\n`).join('\n'),
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    assert.equal(status, 0, stderr);
    const { blocks } = JSON.parse(stdout) as { blocks: { t: string; c: Inline[] }[] };
    assert.equal(blocks.length, references.length);
    for (const [index, { plain, markdown }] of references.entries()) {
      const block = blocks[index]!;
      assert.deepEqual({ markdown, plain: block.t === 'Para' ? inlineText(block.c) : block.t }, { markdown, plain });
    }
  });
});

interface Inline {
  t: string;
  c?: unknown;
}

/** The text of pandoc's inlines, formatting aside. */
function inlineText(inlines: readonly Inline[]): string {
  return inlines
    .map(({ t, c }) => {
      if (t === 'Str') return c as string;
      if (t === 'Space' || t === 'SoftBreak') return ' ';
      if (t === 'Emph') return inlineText(c as Inline[]);
      if (t === 'Link') return inlineText((c as [unknown, Inline[]])[1]);
      return `<${t}>`;
    })
    .join('');
}
