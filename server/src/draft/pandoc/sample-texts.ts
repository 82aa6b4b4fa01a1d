/** Drafts put together at random, as writers and their slips might: what pandoc and `Reading` are compared on. */

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const words =
  'norms the cyber foo states of law e.g. see it’s A. no. état 国家 и 2021–2025 (sic) U.N. «x» 3.5 — a@b.org';
const slips = `" ' * _ [ ] ^ ~ \` < > \\ | # : @ @* ( ) { ; , -- ... & ![ ^[ [@ ** __ {.c} (u) \\x{ <b> </b> <!--`;
const prefixes = [
  '',
  '',
  '',
  'see ',
  'see also ',
  'cf. ',
  '-',
  'see *also* ',
  '(as in) ',
  '“q” ',
  'but `c` ',
  '**b** -',
  'x. ',
];
const suffixes = [
  ...['', '', '', ', p. 3', ' p. 3', 'p. 3', ', pp. 33-35', ', para. 5', ', chap. 1 and *passim*', '¶ 7', ', “quoted”'],
  ...[
    ", it's so",
    ', vol. 2; x',
    ', {ii, A, D-Z}',
    ', and see [a](u)',
    ' and `c; d]`',
    ', **b; c**',
    ', $x;y$',
    ' n. 3, *a',
  ],
  ...[' "x', ', p. 3^a^', ', 12--14', ' <b>x</b>', ' \\] y'],
];
const itemMarks = ['- ', '* ', '+ ', '-   ', '1. ', '10. ', '(a) ', 'i) ', 'A)  ', '#. ', '(@) '];
/** What begins, ends or parts blocks, right or wrong. */
const blockSlips = [
  ...[
    '\n\n',
    '\n\n',
    '\n',
    '\n- ',
    '\n1. ',
    '\n(a) ',
    '\n> ',
    '\n# ',
    '\n    ',
    '\n  ',
    '\n```\n',
    '\n~~~\n',
    '\n::: x\n',
  ],
  ...[
    '\n:::\n',
    '\n<div>\n',
    '\n</div>\n',
    '\n---\n',
    '\n***\n',
    '\n===\n',
    '\n| ',
    '\n|---|---|\n',
    '\n[^1]: ',
    '\n:   ',
  ],
  ...[
    '\n(@k) ',
    '\n[r]: u\n',
    '\n<p>',
    '</p>\n',
    '\n-->\n',
    '\n    - ',
    '\n\n    ',
    '\n% ',
    '\nTable: ',
    '\n$$\n',
    '\t',
    '  \n',
  ],
];

export class SampleTexts {
  private readonly random: () => number;
  private keys = 0;

  constructor(seed: number) {
    this.random = randomNumbers(seed);
  }

  private number(below: number): number {
    return Math.floor(this.random() * below);
  }

  private maybe(chance: number): boolean {
    return this.random() < chance;
  }

  private pick<T>(from: readonly T[]): T {
    return from[this.number(from.length)]!;
  }

  private one(makers: readonly (() => string)[]): string {
    return this.pick(makers)();
  }

  private key(): string {
    const number = ++this.keys;
    return this.pick([
      ...[`k${number}`, `k${number}`, `a/b:${number}`, `{x(${number})}`, `A/RES/7${number}/27`, `Weiß20${number}`],
      ...[`smith_${number}`, `王${number}`, `k${number}.`, `k${number}--`, `fig-${number}`],
    ]);
  }

  private word(): string {
    return this.pick((this.maybe(0.1) ? slips : words).split(' '));
  }

  private citation(): string {
    const key = (): string => this.key();
    const suffix = (): string => this.pick(suffixes);
    const item = (): string => `${this.pick(prefixes)}@${key()}${suffix()}`;
    return this.one([
      ...[
        () => `@${key()}`,
        () => `@${key()}`,
        () => `[@${key()}]`,
        () => `[${item()}]`,
        () => `[${item()}; ${item()}]`,
      ],
      ...[() => `[-@${key()}]`, () => `@${key()} [${suffix()}]`, () => `@${key()} [${suffix()}; ${item()}]`],
      ...[
        () => `@${key()}[${suffix()}]`,
        () => `-@${key()}`,
        () => `(@${key()})`,
        () => `"@${key()}"`,
        () => `*@${key()}*`,
      ],
      ...[
        () => `[${item()};${item()};${item()}]`,
        () => `\\@${key()}`,
        () => `[@${key()}](u)`,
        () => `[@${key()}]{.c}`,
      ],
      ...[
        () => `[@${key()}][r]`,
        () => `[[@${key()}]]`,
        () => `@${key()}’s`,
        () => `@${key()}'s`,
        () => `[x]@${key()}]`,
      ],
      ...[() => `@${key()} [${item()}]`, () => `[see @${key()} [@${key()}]]`],
    ]);
  }

  private inline(depth: number): string {
    const text = (): string => (depth > 0 ? this.text(1 + this.number(3), depth - 1) : this.word());
    return this.one([
      ...Array.from({ length: 6 }, () => () => this.word()),
      ...Array.from({ length: 5 }, () => () => this.citation()),
      ...[
        () => `*${text()}*`,
        () => `**${text()}**`,
        () => `_${text()}_`,
        () => `***${text()}***`,
        () => `~~${text()}~~`,
      ],
      ...[() => `“${text()}”`, () => `"${text()}"`, () => `'${text()}'`, () => `‘${text()}’`, () => `(${text()})`],
      ...[() => `[${text()}](http://x.org/a "t")`, () => `![${text()}](i.png)`, () => `[${text()}]{.smallcaps}`],
      ...[() => `[${text()}]`, () => `[${text()}][r]`, () => `^[${text()}]`, () => `[^${1 + this.number(3)}]`],
      ...[() => `\`${this.word()} @c\``, () => '$x_@k$', () => `^${this.word()}^`, () => 'H~2~O', () => '<br>'],
      ...[() => `<span class="a">${text()}</span>`, () => '<!-- @c -->', () => '<a@b.org>', () => '\\textbf{@c}'],
    ]);
  }

  private text(length: number, depth = 1): string {
    const between = this.pick([' ', ' ', ' ', '\n', '']);
    return Array.from({ length }, () => this.inline(depth)).join(between);
  }

  private line(length: number): string {
    return this.text(length).replace(/\n/g, ' ');
  }

  private paragraph(): string {
    return Array.from({ length: 1 + this.number(2) }, () => this.text(1 + this.number(5))).join('\n');
  }

  private list(depth: number): string {
    const mark = this.pick(itemMarks);
    const indent = ' '.repeat(this.maybe(0.8) ? mark.length : 4);
    const item = (): string => {
      let content = this.paragraph();
      if (this.maybe(0.3) && depth > 0)
        content += `${this.pick(['\n', '\n\n'])}${this.maybe(0.5) ? this.list(depth - 1) : this.block(depth - 1)}`;
      return mark + (this.maybe(0.85) ? indented(content, indent).slice(indent.length) : content);
    };
    return Array.from({ length: 1 + this.number(3) }, item).join(this.pick(['\n', '\n\n']));
  }

  private table(): string {
    const columns = 2 + this.number(2);
    const width = 26;
    const each = (cell: () => string): string[] => Array.from({ length: columns }, cell);
    const bars = (): string => `| ${each(() => this.line(2).replace(/\|/g, ' ')).join(' | ')} |`;
    const padded = (): string => this.line(2).replace(/\|/g, ' ').slice(0, width).padEnd(width);
    const ruler = (mark: string): string => `+${each(() => mark.repeat(width + 2)).join('+')}+`;
    const grid = (): string => `| ${each(padded).join(' | ')} |`;
    const simple = (): string => each(padded).join('  ').trimEnd();
    const dashes = each(() => '-'.repeat(width)).join('  ');
    const whole = '-'.repeat(columns * (width + 2));
    const caption = this.maybe(0.3) ? `\n\n${this.pick([': ', 'Table: '])}${this.line(3)}` : '';
    return this.pick([
      `${bars()}\n|${'---|'.repeat(columns)}\n${bars()}\n${bars()}${caption}`,
      `${ruler('-')}\n${grid()}\n${ruler('=')}\n${grid()}\n${grid()}\n${ruler('-')}\n${grid()}\n${ruler('-')}`,
      `${simple()}\n${dashes}\n${simple()}\n${simple()}${caption}`,
      `${whole}\n${simple()}\n${dashes}\n${simple()}\n${simple()}\n\n${simple()}\n${whole}`,
    ]);
  }

  private metadata(): string {
    const title = this.pick([
      `"${this.line(2).replace(/["\\]/g, ' ')}"`,
      'On @t1',
      `'${this.line(2).replace(/['\\]/g, ' ')}'`,
    ]);
    const abstract = indented(this.text(3), '  ');
    const keywords = `keywords:\n  - law\n  - "see [@l1]"\n  - [ '@l2', {a: "@l3"} ]`;
    const folded = this.maybe(0.3) ? '\nsummary: >\n  Folded @f1\n  and [@f2,\n  p. 3].' : '';
    return `---\ntitle: ${title}\nabstract: |\n${abstract}\nnocite: |\n  @n1, @*\n${keywords}${folded}\n---`;
  }

  private block(depth: number): string {
    const inner = (): string => (depth > 0 ? this.block(depth - 1) : this.paragraph());
    return this.one([
      ...Array.from({ length: 5 }, () => () => this.paragraph()),
      ...[
        () => this.list(depth),
        () => this.list(depth),
        () => this.list(depth),
        () => this.table(),
        () => this.table(),
      ],
      ...[() => `${'#'.repeat(1 + this.number(3))} ${this.line(3)}${this.maybe(0.2) ? ' {#sec-a .x}' : ''}`],
      ...[() => `${this.line(2)}\n====`, () => `${this.line(2)}\n----`, () => '***', () => '[r]: http://x.org "T"'],
      ...[() => indented(inner(), '> '), () => `> ${this.paragraph()}`],
      () =>
        `[^${1 + this.number(3)}]: ${this.paragraph()}${this.maybe(0.3) ? `\n\n${indented(this.paragraph(), '    ')}` : ''}`,
      ...[() => '```{.py #a}\n@c1 [@c2]\n```', () => '~~~\n@c\n~~~', () => '    @code [@code]', () => '$$\nx @k\n$$'],
      () =>
        `::: ${this.pick(['note', '{.callout-note}', '{#fig-a}', ':: warning'])}\n${inner()}\n\n${this.paragraph()}\n:::`,
      ...[() => `Term ${this.citation()}\n\n:   ${indented(this.paragraph(), '    ').trimStart()}`],
      ...[() => `Term\n:   ${this.paragraph()}\n~   ${this.citation()}`],
      ...[() => `| line ${this.citation()}\n|    two ${this.citation()}\n  more ${this.citation()}`],
      ...[
        () => `<div class="x">\n\n${this.paragraph()}\n\n</div>`,
        () => `<p align="center">\n${this.paragraph()}\n</p>`,
      ],
      ...[() => '<!--\n@c\n\n[@d]\n-->', () => '\\begin{quote}\n@c\n\\end{quote}', () => '{{< include _x.qmd >}}'],
      ...[() => `![${this.line(2)}](x.png){#fig-x width=50%}`],
      () => `(@ex${this.number(3)}) ${this.paragraph()}\n\nAs (@ex${this.number(3)}) and @ex${this.number(3)} show`,
      () => `<details><summary>${this.text(1)}</summary>\n\n${this.paragraph()}\n</details>`,
    ]);
  }

  /** A draft of some blocks. */
  draft(): string {
    this.keys = 0;
    const blocks = Array.from({ length: 1 + this.number(3) }, () => this.block(1));
    if (this.maybe(0.12)) blocks.unshift(this.metadata());
    let text = blocks.join(this.maybe(0.93) ? '\n\n' : '\n') + (this.maybe(0.8) ? '\n' : '');
    if (this.maybe(0.06)) text = text.replace(/\n/g, '\r\n');
    if (this.maybe(0.05)) text = text.replace(/ {4}/g, '\t');
    return text;
  }

  /** Marks and words in any order. */
  jumble(): string {
    this.keys = 0;
    const piece = (): string => {
      if (this.maybe(0.2)) return this.pick(blockSlips);
      if (this.maybe(0.45)) return this.pick(slips.split(' '));
      return this.maybe(0.5) ? this.citation() : ` ${this.word()}`;
    };
    return `a ${Array.from({ length: 2 + this.number(12) }, piece).join('')} b\n`;
  }
}

const indented = (text: string, by: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? line : by + line))
    .join('\n');
