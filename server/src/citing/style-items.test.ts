/**
 * Golden references to the user's own items, of every CSL type that scholars keep. The numbers name the guide's section that
 * the form follows; where and how far each guide was read is said in the style's file.
 */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sampleItems } from './sample-items.ts';
import { type CitationStyle, citationStyles, formatReference } from './style.ts';

type Expected = { locator: string; oscola5?: string } & Record<Exclude<CitationStyle, 'oscola5'>, string>;

/** Markdown, so that italics are seen; the fifth edition of OSCOLA only where it differs from the fourth. */
const golden: Record<keyof typeof sampleItems, Expected> = {
  // OSCOLA 3.2.3; Bluebook 15.4; Chicago 14.104; APA 9.52 (translator and edition in one bracket)
  translatedBook: {
    locator: 'pp. 135-136',
    oscola:
      'K Zweigert and H Kötz, *An Introduction to Comparative Law* (Tony Weir tr, 3rd edn, Oxford University Press 1998) 135–36',
    bluebook: 'K\\. Zweigert & H. Kötz, *An Introduction to Comparative Law* 135–36 (Tony Weir trans., 3d ed. 1998)',
    chicago:
      'K\\. Zweigert and H. Kötz, *An Introduction to Comparative Law*, trans. Tony Weir, 3rd ed. (Oxford: Oxford University Press, 1998), 135–36.',
    un: 'K\\. Zweigert and H. Kötz, *An introduction to comparative law*, translated by Tony Weir, 3rd ed. (Oxford, Oxford University Press, 1998), pp. 135–136.',
    apa: 'Zweigert, K., & Kötz, H. (1998). *An introduction to comparative law* (T. Weir, Trans.; 3rd ed., pp. 135–136). Oxford University Press.',
  },
  // OSCOLA 3.2.3 and 3.1.3 (`9 fn 6`); Bluebook 3.2(b) (`9 n.6`)
  bookWithEditor: {
    locator: 'p. 9, fn. 6',
    oscola: 'HLA Hart, *Punishment and Responsibility* (John Gardner ed, 2nd edn, Oxford University Press 2008) 9 fn 6',
    bluebook: 'H\\. L. A. Hart, *Punishment and Responsibility* 9 n.6 (John Gardner ed., 2d ed. 2008)',
    chicago:
      'H\\. L. A. Hart, *Punishment and Responsibility*, ed. John Gardner, 2nd ed. (Oxford University Press, 2008), 9n6.',
    un: 'H\\. L. A. Hart, *Punishment and Responsibility*, John Gardner, ed., 2nd ed. (Oxford University Press, 2008), p. 9, footnote 6.',
    apa: 'Hart, H. L. A. (2008). *Punishment and Responsibility* (J. Gardner, Ed.; 2nd ed., p. 9, Footnote 6). Oxford University Press.',
  },
  // OSCOLA 3.2.5; APA 9.41
  olderBook: {
    locator: 'ch. 13',
    oscola: 'Thomas Hobbes, *Leviathan* (first published 1651, Penguin 1985) ch 13',
    bluebook: 'Thomas Hobbes, *Leviathan* ch. 13 (1985) (1651)',
    chicago: 'Thomas Hobbes, *Leviathan* (1651; repr., London: Penguin, 1985), chap. 13.',
    un: 'Thomas Hobbes, *Leviathan* (London, Penguin, 1985), chap. 13.',
    apa: 'Hobbes, T. (1985). *Leviathan* (Chapter 13). Penguin. (Original work published 1651)',
  },
  bookInSeries: {
    locator: '',
    oscola:
      'Jens David Ohlin, Kevin Govern and Claire Finkelstein (eds), *Cyber War: Law and Ethics for Virtual Conflicts* (Oxford University Press 2015)',
    bluebook: '*Cyber War: Law and Ethics for Virtual Conflicts* (Jens David Ohlin et al. eds., 2015)',
    chicago:
      'Jens David Ohlin, Kevin Govern, and Claire Finkelstein, eds., *Cyber War: Law and Ethics for Virtual Conflicts*, Ethics, National Security, and the Rule of Law 3 (Oxford: Oxford University Press, 2015).',
    un: 'Jens David Ohlin, Kevin Govern and Claire Finkelstein, eds., *Cyber War: Law and Ethics for Virtual Conflicts*, Ethics, National Security, and the Rule of Law, No. 3 (Oxford, Oxford University Press, 2015).',
    apa: 'Ohlin, J. D., Govern, K., & Finkelstein, C. (Eds.). (2015). *Cyber War: Law and Ethics for Virtual Conflicts*. Oxford University Press.',
  },
  // OSCOLA 3.2.1; Bluebook 15.3 (volume before the author)
  volumeOfABook: {
    locator: 'para. 4.51',
    oscola: 'Christian von Bar, *The Common European Law of Torts*, vol 2 (CH Beck 2000) para 4.51',
    bluebook: '2 Christian von Bar, *The Common European Law of Torts* ¶ 4.51 (2000)',
    chicago: 'Christian von Bar, *The Common European Law of Torts*, vol. 2 (CH Beck, 2000), para. 4.51.',
    un: 'Christian von Bar, *The Common European Law of Torts*, vol. 2 (CH Beck, 2000), para. 4.51.',
    apa: 'von Bar, C. (2000). *The Common European Law of Torts* (Vol. 2, para. 4.51). CH Beck.',
  },
  undatedBook: {
    locator: '',
    oscola: '*On the Law of the Wires* (Telegraph Press)',
    bluebook: '*On the Law of the Wires* (n.d.)',
    chicago: '*On the Law of the Wires* (Telegraph Press, n.d.).',
    un: '*On the Law of the Wires* (Telegraph Press).',
    apa: '*On the Law of the Wires*. (n.d.). Telegraph Press.',
  },
  chapterInEdition: {
    locator: 'p. 12',
    oscola:
      "Nicholas Tsagourias, 'The Legal Status of Cyberspace' in Nicholas Tsagourias and Russell Buchan (eds), *Research Handbook on International Law and Cyberspace* (2nd edn, Edward Elgar 2021) 12",
    bluebook:
      'Nicholas Tsagourias, *The Legal Status of Cyberspace*, *in* Research Handbook on International Law and Cyberspace 9, 12 (Nicholas Tsagourias & Russell Buchan eds., 2d ed. 2021)',
    chicago:
      'Nicholas Tsagourias, "The Legal Status of Cyberspace," in *Research Handbook on International Law and Cyberspace*, ed. Nicholas Tsagourias and Russell Buchan, 2nd ed. (Cheltenham: Edward Elgar, 2021), 12.',
    un: 'Nicholas Tsagourias, "The legal status of cyberspace", in *Research Handbook on International Law and Cyberspace*, Nicholas Tsagourias and Russell Buchan, eds., 2nd ed. (Cheltenham, Edward Elgar, 2021), p. 12.',
    apa: 'Tsagourias, N. (2021). The legal status of cyberspace. In N. Tsagourias & R. Buchan (Eds.), *Research Handbook on International Law and Cyberspace* (2nd ed., pp. 9–31; p. 12). Edward Elgar.',
  },
  // OSCOLA 3.1.1 (three authors at most) and 1.3.2 (`801–805`); Bluebook 3.2(a) (`801–05`); Chicago 9.61 (`801–5`)
  articleByFour: {
    locator: 'pp. 801-805',
    oscola:
      "Ann One and others, 'Due Diligence in Cyberspace' (2021) 32 European Journal of International Law 771, 801–805",
    bluebook: 'Ann One et al., *Due Diligence in Cyberspace*, 32 Eur. J. Int’l L. 771, 801–05 (2021)',
    chicago:
      'Ann One et al., "Due Diligence in Cyberspace," *European Journal of International Law* 32, no. 3 (August 2021): 801–5, <https://doi.org/10.1093/ejil/chab057>.',
    un: 'Ann One and others, "Due Diligence in Cyberspace", *European Journal of International Law*, vol. 32, No. 3 (August 2021), pp. 801–805.',
    apa: 'One, A., Two, B., Three, C., & Four, D. (2021). Due Diligence in Cyberspace. *European Journal of International Law*, *32*(3), 771–805 (pp. 801–805). <https://doi.org/10.1093/ejil/chab057>',
  },
  articleWithNumber: {
    locator: 'p. 3',
    oscola: "Liisi Adamson, 'International Law and Cyber Norms' (2020) 6 Journal of Cybersecurity tyaa012, 3",
    bluebook:
      'Liisi Adamson, *International Law and Cyber Norms*, 6 J. Cybersecurity art. tyaa012, 3 (2020), <https://doi.org/10.1093/cybsec/tyaa012>',
    chicago:
      'Liisi Adamson, "International Law and Cyber Norms," *Journal of Cybersecurity* 6, no. 1 (2020): 3, <https://doi.org/10.1093/cybsec/tyaa012>.',
    un: 'Liisi Adamson, "International law and cyber norms", *Journal of Cybersecurity*, vol. 6, No. 1 (2020), article tyaa012, p. 3.',
    apa: 'Adamson, L. (2020). International law and cyber norms. *Journal of Cybersecurity*, *6*(1), Article tyaa012 (p. 3). <https://doi.org/10.1093/cybsec/tyaa012>',
  },
  // OSCOLA 3.3.4
  electronicArticle: {
    locator: '',
    oscola:
      "Graham Greenleaf, 'The Global Development of Free Access to Legal Information' (2010) 1(1) EJLT \\<<http://ejlt.org/article/view/17>\\> accessed 27 July 2010",
    bluebook:
      'Graham Greenleaf, *The Global Development of Free Access to Legal Information*, 1 EJLT (2010), <http://ejlt.org/article/view/17>',
    chicago:
      'Graham Greenleaf, "The Global Development of Free Access to Legal Information," *EJLT* 1, no. 1 (2010), <http://ejlt.org/article/view/17>.',
    un: 'Graham Greenleaf, "The Global Development of Free Access to Legal Information", *EJLT*, vol. 1, No. 1 (2010).',
    apa: 'Greenleaf, G. (2010). The Global Development of Free Access to Legal Information. *EJLT*, *1*(1). <http://ejlt.org/article/view/17>',
  },
  articleInChinese: {
    locator: 'p. 5',
    oscola: "王小明, '网络空间国际法的新发展' \\[2022\\] 4 国际法研究 3, 5",
    bluebook: '王小明, *网络空间国际法的新发展*, 国际法研究, no. 4, 2022, at 3, 5',
    chicago: '王小明, "网络空间国际法的新发展," *国际法研究*, no. 4 (2022): 5.',
    un: '王小明, "网络空间国际法的新发展", *国际法研究*, No. 4 (2022), p. 5.',
    apa: '王小明. (2022). 网络空间国际法的新发展. *国际法研究*, (4), 3–18 (p. 5).',
  },
  // OSCOLA 3.4.7; fifth edition 3.7.6; Bluebook 17.2.2
  doctoralThesis: {
    locator: 'ch. 2',
    oscola:
      "Javan Herberg, 'Injunctive Relief for Wrongful Termination of Employment' (DPhil thesis, University of Oxford 1989) ch 2",
    oscola5:
      'Javan Herberg, *Injunctive Relief for Wrongful Termination of Employment* (DPhil thesis, University of Oxford 1989) ch 2',
    bluebook:
      'Javan Herberg, Injunctive Relief for Wrongful Termination of Employment ch. 2 (1989) (Ph.D. dissertation, University of Oxford)',
    chicago:
      'Javan Herberg, "Injunctive Relief for Wrongful Termination of Employment" (PhD diss., University of Oxford, 1989), chap. 2.',
    un: 'Javan Herberg, "Injunctive Relief for Wrongful Termination of Employment", PhD dissertation, University of Oxford, 1989, chap. 2.',
    apa: 'Herberg, J. (1989). *Injunctive Relief for Wrongful Termination of Employment* (Chapter 2) \\[Doctoral dissertation, University of Oxford\\].',
  },
  mastersThesis: {
    locator: '',
    oscola: "Jane Roe, 'Attribution and Its Discontents' (Master’s thesis, Leiden University 2023)",
    oscola5: 'Jane Roe, *Attribution and Its Discontents* (Master’s thesis, Leiden University 2023)',
    bluebook: 'Jane Roe, Attribution and Its Discontents (2023) (Master’s thesis, Leiden University)',
    chicago:
      'Jane Roe, "Attribution and Its Discontents" (master’s thesis, Leiden University, 2023), <https://repository.example.org/roe>.',
    un: 'Jane Roe, "Attribution and Its Discontents", Master’s thesis, Leiden University, 2023.',
    apa: 'Roe, J. (2023). *Attribution and Its Discontents* \\[Master’s thesis, Leiden University\\]. <https://repository.example.org/roe>',
  },
  // OSCOLA 3.4.6; fifth edition 3.7.5
  paperRead: {
    locator: '',
    oscola: "Ben McFarlane and Donal Nolan, 'Remedying Reliance' (Obligations III conference, Brisbane, July 2006)",
    bluebook:
      'Ben McFarlane & Donal Nolan, *Remedying Reliance*, Paper Presented at Obligations III conference, Brisbane (July 2006)',
    chicago:
      'Ben McFarlane and Donal Nolan, "Remedying Reliance" (paper presented at Obligations III conference, Brisbane, July 2006).',
    un: 'Ben McFarlane and Donal Nolan, "Remedying Reliance", paper presented at Obligations III conference, Brisbane, July 2006.',
    apa: 'McFarlane, B., & Nolan, D. (2006, July). *Remedying Reliance* \\[Paper presentation\\]. Obligations III conference, Brisbane.',
  },
  paperInProceedings: {
    locator: '',
    oscola:
      "Kadri Kaska, 'Silent Battle' in Tomáš Minárik (ed), *11th International Conference on Cyber Conflict* (CCDCOE 2019)",
    bluebook:
      'Kadri Kaska, *Silent Battle*, *in* 11th International Conference on Cyber Conflict 125 (Tomáš Minárik ed., 2019)',
    chicago:
      'Kadri Kaska, "Silent Battle," in *11th International Conference on Cyber Conflict*, ed. Tomáš Minárik (Tallinn: CCDCOE, 2019), 125–36.',
    un: 'Kadri Kaska, "Silent Battle", in *11th International Conference on Cyber Conflict*, Tomáš Minárik, ed. (Tallinn, CCDCOE, 2019), pp. 125–136.',
    apa: 'Kaska, K. (2019). Silent Battle. In T. Minárik (Ed.), *11th International Conference on Cyber Conflict* (pp. 125–136). CCDCOE.',
  },
  // OSCOLA fifth edition 3.7.1
  blogWithDoi: {
    locator: '',
    oscola:
      "Maximilian Steinbeis, 'A European Network of Constitutional Law Blogs' (*VerfBlog*, 17 March 2015) \\<<https://doi.org/10.17176/20181005-145902-0>\\> accessed 21 July 2023",
    oscola5:
      "Maximilian Steinbeis, 'A European Network of Constitutional Law Blogs' (*VerfBlog*, 17 March 2015) DOI: 10.17176/20181005-145902-0",
    bluebook:
      'Maximilian Steinbeis, *A European Network of Constitutional Law Blogs*, VerfBlog (Mar. 17, 2015), <https://doi.org/10.17176/20181005-145902-0>',
    chicago:
      'Maximilian Steinbeis, "A European Network of Constitutional Law Blogs," *VerfBlog* (blog), March 17, 2015, <https://doi.org/10.17176/20181005-145902-0>.',
    un: 'Maximilian Steinbeis, "A European Network of Constitutional Law Blogs", VerfBlog, 17 March 2015. Available at <https://doi.org/10.17176/20181005-145902-0>.',
    apa: 'Steinbeis, M. (2015, March 17). A European Network of Constitutional Law Blogs. *VerfBlog*. <https://doi.org/10.17176/20181005-145902-0>',
  },
  // OSCOLA 3.4.8
  webPageVisited: {
    locator: '',
    oscola:
      "Sarah Cole, 'Virtual Friend Fires Employee' (*Naked Law*, 1 May 2009) \\<www.nakedlaw.com/2009/05/index.html\\> accessed 19 November 2009",
    bluebook:
      'Sarah Cole, *Virtual Friend Fires Employee*, Naked Law (May 1, 2009), www.nakedlaw.com/2009/05/index.html',
    chicago:
      'Sarah Cole, "Virtual Friend Fires Employee," Naked Law, May 1, 2009, www.nakedlaw.com/2009/05/index.html.',
    un: 'Sarah Cole, "Virtual friend fires employee", Naked Law, 1 May 2009. Available at www.nakedlaw.com/2009/05/index.html.',
    apa: 'Cole, S. (2009, May 1). *Virtual friend fires employee*. Naked Law. www.nakedlaw.com/2009/05/index.html',
  },
  // OSCOLA 3.4.9; fifth edition 3.7.7
  newspaperInACity: {
    locator: '',
    oscola: "Jane Croft, 'Supreme Court Warns on Quality' *Financial Times* (London, 1 July 2010) 3",
    oscola5: "Jane Croft, 'Supreme Court Warns on Quality' *Financial Times* (1 July 2010) 3",
    bluebook: 'Jane Croft, *Supreme Court Warns on Quality*, Financial Times, July 1, 2010, at 3',
    chicago: 'Jane Croft, "Supreme Court Warns on Quality," *Financial Times*, July 1, 2010.',
    un: 'Jane Croft, "Supreme Court Warns on Quality", *Financial Times*, 1 July 2010.',
    apa: 'Croft, J. (2010, July 1). Supreme Court Warns on Quality. *Financial Times*, 3.',
  },
  magazineArticle: {
    locator: '',
    oscola:
      "Kim Zetter, 'An Unprecedented Look at Stuxnet' *Wired* (3 November 2014) \\<<https://www.wired.com/2014/11/countdown-to-zero-day-stuxnet/>\\>",
    bluebook:
      'Kim Zetter, *An Unprecedented Look at Stuxnet*, Wired, Nov. 3, 2014, <https://www.wired.com/2014/11/countdown-to-zero-day-stuxnet/>',
    chicago:
      'Kim Zetter, "An Unprecedented Look at Stuxnet," *Wired*, November 3, 2014, <https://www.wired.com/2014/11/countdown-to-zero-day-stuxnet/>.',
    un: 'Kim Zetter, "An Unprecedented Look at Stuxnet", *Wired*, 3 November 2014.',
    apa: 'Zetter, K. (2014, November 3). An Unprecedented Look at Stuxnet. *Wired*. <https://www.wired.com/2014/11/countdown-to-zero-day-stuxnet/>',
  },
  // OSCOLA fifth edition 3.6; UN IV.F
  workingPaper: {
    locator: 'p. 8',
    oscola:
      'John M Finnis, \'On "Public Reason"\' (2006) Oxford Legal Studies Research Paper 1/2007, 8 \\<<https://perma.cc/2DG8-LUHP>\\> accessed 21 July 2023',
    oscola5:
      'John M Finnis, \'On "Public Reason"\' (2006) Oxford Legal Studies Research Paper 1/2007, 8 \\<<https://perma.cc/2DG8-LUHP>\\>',
    bluebook:
      'John M. Finnis, *On ‘Public Reason’* 8 (Oxford Legal Studies Research Paper No. 1/2007, 2006), <https://perma.cc/2DG8-LUHP>',
    chicago:
      'John M. Finnis, "On ‘Public Reason’," Oxford Legal Studies Research Paper no. 1/2007 (2006), 8, <https://perma.cc/2DG8-LUHP>.',
    un: 'John M. Finnis, "On ‘Public Reason’", Oxford Legal Studies Research Paper No. 1/2007 (2006), p. 8. Available at <https://perma.cc/2DG8-LUHP>.',
    apa: 'Finnis, J. M. (2006). *On ‘Public Reason’* (Oxford Legal Studies Research Paper No. 1/2007, p. 8). <https://perma.cc/2DG8-LUHP>',
  },
  preprint: {
    locator: '',
    oscola:
      "Luciana Floridi, 'Cyber Norms at Scale' (2021) SSRN preprint 3841234 \\<<https://ssrn.com/abstract=3841234>\\>",
    bluebook:
      'Luciana Floridi, *Cyber Norms at Scale* (SSRN, preprint No. 3841234, May 3, 2021), <https://ssrn.com/abstract=3841234>',
    chicago:
      'Luciana Floridi, "Cyber Norms at Scale," preprint no. 3841234 (SSRN, 2021), <https://ssrn.com/abstract=3841234>.',
    un: 'Luciana Floridi, "Cyber Norms at Scale", preprint No. 3841234 (SSRN, 2021).',
    apa: 'Floridi, L. (2021, May 3). *Cyber Norms at Scale* (preprint No. 3841234). SSRN. <https://ssrn.com/abstract=3841234>',
  },
  reportByInstitution: {
    locator: 'p. xii',
    oscola: 'RAND Corporation, *Cyber Deterrence Revisited* (RR-A1234-1, 2021) xii',
    bluebook:
      'RAND Corporation, *Cyber Deterrence Revisited* xii (RR-A1234-1, 2021), <https://www.rand.org/pubs/research_reports/RRA1234-1.html>',
    chicago:
      'RAND Corporation, *Cyber Deterrence Revisited*, RR-A1234-1 (Santa Monica, CA: RAND Corporation, 2021), xii, <https://www.rand.org/pubs/research_reports/RRA1234-1.html>.',
    un: 'RAND Corporation, *Cyber Deterrence Revisited*, RR-A1234-1 (Santa Monica, CA, 2021), p. xii.',
    apa: 'RAND Corporation. (2021). *Cyber Deterrence Revisited* (RR-A1234-1, p. xii). <https://www.rand.org/pubs/research_reports/RRA1234-1.html>',
  },
  standard: {
    locator: 'cl. 6',
    oscola:
      'International Organization for Standardization, *Information Security Management Systems: Requirements* (ISO/IEC 27001:2022, October 2022) cl 6',
    bluebook:
      'International Organization for Standardization, *Information Security Management Systems: Requirements* cl. 6 (ISO/IEC 27001:2022, Oct. 2022)',
    chicago:
      'International Organization for Standardization, *Information Security Management Systems: Requirements*, ISO/IEC 27001:2022 (October 2022), cl. 6.',
    un: 'International Organization for Standardization, *Information security management systems: Requirements*, ISO/IEC 27001:2022 (October 2022), clause 6.',
    apa: 'International Organization for Standardization. (2022, October). *Information security management systems: Requirements* (ISO/IEC 27001:2022, Clause 6).',
  },
  dataset: {
    locator: 'table 2',
    oscola:
      "European Repository of Cyber Incidents, 'Global Dataset of Cyber Incidents' (version 1.2, Zenodo, 15 January 2024) table 2 \\<<https://doi.org/10.5281/zenodo.7848941>\\>",
    oscola5:
      "European Repository of Cyber Incidents, 'Global Dataset of Cyber Incidents' (version 1.2, Zenodo, 15 January 2024) table 2 DOI: 10.5281/zenodo.7848941",
    bluebook:
      'European Repository of Cyber Incidents, *Global Dataset of Cyber Incidents*, tbl.2, Zenodo, version 1.2 (Jan. 15, 2024), <https://doi.org/10.5281/zenodo.7848941>',
    chicago:
      'European Repository of Cyber Incidents, *Global Dataset of Cyber Incidents*, version 1.2 (Zenodo, January 15, 2024), table 2, <https://doi.org/10.5281/zenodo.7848941>.',
    un: 'European Repository of Cyber Incidents, "Global Dataset of Cyber Incidents", Zenodo, version 1.2, 15 January 2024, table 2. Available at <https://doi.org/10.5281/zenodo.7848941>.',
    apa: 'European Repository of Cyber Incidents. (2024, January 15). *Global Dataset of Cyber Incidents* (Version 1.2, Table 2) \\[Data set\\]. Zenodo. <https://doi.org/10.5281/zenodo.7848941>',
  },
  software: {
    locator: '',
    oscola: "John MacFarlane, 'Pandoc' (version 3.2, 11 May 2024) \\<<https://pandoc.org>\\> accessed 2 January 2026",
    bluebook: 'John MacFarlane, *Pandoc*, version 3.2 (May 11, 2024), <https://pandoc.org>',
    chicago: 'John MacFarlane, *Pandoc*, version 3.2 (May 11, 2024), <https://pandoc.org>.',
    un: 'John MacFarlane, "Pandoc", version 3.2, 11 May 2024. Available at <https://pandoc.org>.',
    apa: 'MacFarlane, J. (2024, May 11). *Pandoc* (Version 3.2) \\[Computer software\\]. <https://pandoc.org>',
  },
  // OSCOLA fifth edition 4.5.6
  encyclopediaEntry: {
    locator: 'para. 6',
    oscola:
      "Erika de Wet and Michael Wood, 'Collective Security', *Max Planck Encyclopedia of Public International Law* (2013) para 6",
    bluebook:
      'Erika de Wet & Michael Wood, *Collective Security*, *in* Max Planck Encyclopedia of Public International Law ¶ 6 (2013)',
    chicago:
      'Erika de Wet and Michael Wood, "Collective Security," in *Max Planck Encyclopedia of Public International Law* (Oxford University Press, 2013), para. 6.',
    un: 'Erika de Wet and Michael Wood, "Collective Security", in *Max Planck Encyclopedia of Public International Law* (Oxford University Press, 2013), para. 6.',
    apa: 'de Wet, E., & Wood, M. (2013). Collective Security. In *Max Planck Encyclopedia of Public International Law* (para. 6). Oxford University Press.',
  },
  // OSCOLA 3.2.6; Chicago 14.232 (`s.v.`)
  unsignedEntry: {
    locator: '',
    oscola:
      "'Cyberspace', *Encyclopaedia Britannica* \\<<https://www.britannica.com/topic/cyberspace>\\> accessed 1 March 2026",
    bluebook:
      '*Cyberspace*, Encyclopaedia Britannica, <https://www.britannica.com/topic/cyberspace> (last visited Mar. 1, 2026)',
    chicago:
      '*Encyclopaedia Britannica*, s.v. "Cyberspace," accessed March 1, 2026, <https://www.britannica.com/topic/cyberspace>.',
    un: '"Cyberspace", in *Encyclopaedia Britannica*, accessed on 1 March 2026. Available at <https://www.britannica.com/topic/cyberspace>.',
    apa: 'Cyberspace. (n.d.). In *Encyclopaedia Britannica*. <https://www.britannica.com/topic/cyberspace>',
  },
  // OSCOLA fifth edition 3.7.3; Bluebook 17.2.6
  lecture: {
    locator: '',
    oscola:
      "Amal Clooney and Philippa Webb, 'Waging Justice in an Age of Authoritarianism' (Lecture at St Hugh’s College, Oxford, 15 May 2023)",
    bluebook:
      'Amal Clooney & Philippa Webb, *Waging Justice in an Age of Authoritarianism*, Address at St Hugh’s College, Oxford (May 15, 2023)',
    chicago:
      'Amal Clooney and Philippa Webb, "Waging Justice in an Age of Authoritarianism" (speech at St Hugh’s College, Oxford, May 15, 2023).',
    un: 'Amal Clooney and Philippa Webb, "Waging Justice in an Age of Authoritarianism", statement at St Hugh’s College, Oxford, 15 May 2023.',
    apa: 'Clooney, A., & Webb, P. (2023, May 15). *Waging Justice in an Age of Authoritarianism* \\[Lecture\\]. St Hugh’s College, Oxford.',
  },
  // OSCOLA 3.4.10; fifth edition 3.7.4; Bluebook 17.2.5; Chicago 14.211
  interview: {
    locator: '',
    oscola: 'Interview with Irene Kull (Tartu, 4 August 2003)',
    oscola5: 'Interview with Irene Kull (4 August 2003)',
    bluebook: 'Interview with Irene Kull, in Tartu (Aug. 4, 2003)',
    chicago: 'Irene Kull, interview, Tartu, August 4, 2003.',
    un: 'Irene Kull, interview, Tartu, 4 August 2003.',
    apa: 'Kull, I. (2003, August 4). \\[Interview\\]. Tartu.',
  },
  // OSCOLA 3.4.11; fifth edition 3.7.12; Bluebook 17.2.3
  letter: {
    locator: '',
    oscola: 'Letter from Gordon Brown to Catherine Ashton (20 November 2009)',
    bluebook: 'Letter from Gordon Brown to Catherine Ashton (Nov. 20, 2009)',
    chicago: 'Gordon Brown, letter to Catherine Ashton, November 20, 2009.',
    un: 'Gordon Brown, letter to Catherine Ashton, 20 November 2009.',
    apa: 'Brown, G. (2009, November 20). \\[Letter to Catherine Ashton\\].',
  },
  manuscript: {
    locator: '',
    oscola:
      "Paul Baran, 'Notes on Distributed Networks' (unpublished manuscript, Computer History Museum, box 4, 1964)",
    bluebook:
      'Paul Baran, Notes on Distributed Networks (1964) (unpublished manuscript, Computer History Museum, box 4)',
    chicago:
      'Paul Baran, "Notes on Distributed Networks" (unpublished manuscript, 1964, Computer History Museum, box 4).',
    un: 'Paul Baran, "Notes on Distributed Networks", unpublished manuscript, Computer History Museum, box 4, 1964.',
    apa: 'Baran, P. (1964). *Notes on Distributed Networks* \\[Unpublished manuscript\\]. Computer History Museum, box 4.',
  },
  video: {
    locator: '',
    oscola:
      "UK Supreme Court, 'Lady Hale’s Valedictory Remarks' (YouTube, 18 December 2019) \\<<https://perma.cc/7YZV-Y43A>\\>",
    bluebook:
      'UK Supreme Court, *Lady Hale’s Valedictory Remarks*, YouTube (Dec. 18, 2019), <https://perma.cc/7YZV-Y43A>',
    chicago:
      'UK Supreme Court, "Lady Hale’s Valedictory Remarks," YouTube, December 18, 2019, <https://perma.cc/7YZV-Y43A>.',
    un: 'UK Supreme Court, "Lady Hale’s Valedictory Remarks", YouTube, 18 December 2019. Available at <https://perma.cc/7YZV-Y43A>.',
    apa: 'UK Supreme Court. (2019, December 18). *Lady Hale’s Valedictory Remarks* \\[Video\\]. YouTube. <https://perma.cc/7YZV-Y43A>',
  },
  // OSCOLA 2.1.1 and 2.1.6
  nationalCase: {
    locator: 'para. 42',
    oscola: '*Corr v IBC Vehicles Ltd* \\[2008\\] UKHL 13, \\[2008\\] 1 AC 884 \\[42\\]',
    bluebook: 'Corr v. IBC Vehicles Ltd., \\[2008\\] UKHL 13, \\[2008\\] 1 AC 884, ¶ 42',
    chicago: 'Corr v. IBC Vehicles Ltd., \\[2008\\] UKHL 13, \\[2008\\] 1 AC 884, para. 42.',
    un: 'House of Lords, *Corr v. IBC Vehicles Ltd.*, \\[2008\\] UKHL 13, \\[2008\\] 1 AC 884, para. 42.',
    apa: 'Corr v. IBC Vehicles Ltd., \\[2008\\] UKHL 13, \\[2008\\] 1 AC 884, para. 42.',
  },
  americanCase: {
    locator: 'p. 1652',
    oscola: '*Van Buren v United States* 141 S Ct 1648 (2021) 1652',
    bluebook: 'Van Buren v. United States, 141 S. Ct. 1648, 1652 (2021)',
    chicago: 'Van Buren v. United States, 141 S. Ct. 1648, 1652 (2021).',
    un: '*Van Buren v. United States*, 141 S. Ct. 1648, 3 June 2021, p. 1652.',
    apa: 'Van Buren v. United States, 141 S. Ct. 1648, p. 1652 (2021).',
  },
  // OSCOLA 2.6.2; fifth edition 4.4.2
  caseOfTheUnion: {
    locator: 'paras. 168-170',
    oscola: 'Case C–311/18 *Data Protection Commissioner v Facebook Ireland Ltd* (CJEU, 16 July 2020) paras 168–170',
    oscola5: 'Case C-311/18 *Data Protection Commissioner v Facebook Ireland Ltd* (16 July 2020) \\[168\\]–\\[170\\]',
    bluebook: 'Case C-311/18, Data Protection Commissioner v. Facebook Ireland Ltd, ¶¶ 168–170 (July 16, 2020)',
    chicago: 'Case C-311/18, Data Protection Commissioner v. Facebook Ireland Ltd, paras. 168–170 (July 16, 2020).',
    un: 'Court of Justice of the European Union, *Data Protection Commissioner v. Facebook Ireland Ltd*, Case C-311/18, 16 July 2020, paras. 168–170.',
    apa: 'Data Protection Commissioner v. Facebook Ireland Ltd, Case C-311/18, paras. 168–170 (Court of Justice of the European Union 2020).',
  },
  // OSCOLA 2.4.1
  act: {
    locator: 's. 2',
    oscola: 'Human Rights Act 1998, s 2',
    bluebook: 'Human Rights Act 1998, § 2',
    chicago: 'Human Rights Act 1998, sec. 2.',
    un: 'Human Rights Act 1998, sect. 2.',
    apa: 'Human Rights Act 1998, Section 2.',
  },
  // OSCOLA 2.6.1; fifth edition 4.4.1; Bluebook 21.9
  unionAct: {
    locator: 'art. 7(2)',
    oscola:
      'Council Regulation (EC) No 1984/2003 of 8 April 2003 introducing a system for monitoring \\[2003\\] OJ L295/1, art 7(2)',
    bluebook:
      'Council Regulation (EC) No 1984/2003 of 8 April 2003 introducing a system for monitoring, art. 7(2), 2003 O.J. (L 295) 1',
    chicago:
      'Council Regulation (EC) No 1984/2003 of 8 April 2003 introducing a system for monitoring, OJ L 295/1 (April 8, 2003), art. 7(2).',
    un: 'Council Regulation (EC) No 1984/2003 of 8 April 2003 introducing a system for monitoring, *Official Journal of the European Union*, L 295, p. 1, art. 7 (2).',
    apa: 'Council Regulation (EC) No 1984/2003 of 8 April 2003 introducing a system for monitoring, OJ L 295/1, art. 7(2) (2003).',
  },
  // Bluebook 12.3
  codifiedAct: {
    locator: '',
    oscola: 'Computer Fraud and Abuse Act of 1986, 18 USC § 1030',
    bluebook: 'Computer Fraud and Abuse Act of 1986, 18 U.S.C. § 1030',
    chicago: 'Computer Fraud and Abuse Act of 1986, 18 U.S.C. § 1030 (1986).',
    un: 'Computer Fraud and Abuse Act of 1986, 18 *U.S.C.* § 1030.',
    apa: 'Computer Fraud and Abuse Act of 1986, 18 U.S.C. § 1030 (1986).',
  },
  bill: {
    locator: '',
    oscola: 'Cyber Resilience Bill, HC Bill 12 (7 March 2023)',
    bluebook: 'Cyber Resilience Bill, HC Bill 12, Mar. 7, 2023',
    chicago: 'Cyber Resilience Bill, HC Bill 12, March 7, 2023.',
    un: 'Cyber Resilience Bill, HC Bill 12, 7 March 2023.',
    apa: 'Cyber Resilience Bill, HC Bill 12 (2023).',
  },
  bareTitle: {
    locator: '',
    oscola: "Ada, 'Draft norms'",
    bluebook: 'Ada, *Draft norms*',
    chicago: 'Ada, *Draft norms*.',
    un: 'Ada, *Draft norms*.',
    apa: 'Ada. (n.d.). *Draft norms*.',
  },
};

for (const [name, expected] of Object.entries(golden)) {
  describe(name, () => {
    for (const style of citationStyles) {
      test(style, () => {
        const item = sampleItems[name as keyof typeof sampleItems];
        assert.equal(
          formatReference(item, style, { locator: expected.locator, markup: 'markdown' }),
          expected[style] ?? expected.oscola,
        );
      });
    }
  });
}
