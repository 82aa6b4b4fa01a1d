/** A draft as writers of Quarto write it: what it cites, and that its bibliography lacks nothing, by pandoc's word. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { distFile } from '../support/language-client.ts';

const hasPandoc = spawnSync('pandoc', ['--version']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'rapporteur-quarto-'));
after(() => rmSync(folder, { recursive: true }));

const draft = `---
title: "Norms after @A/RES/70/237"
author:
  - name: A. Writer
    email: writer@example.org
    affiliations:
      - ref: inst
date: today
format:
  html:
    toc: true
  docx: default
execute:
  echo: false
bibliography: references.json
crossref:
  fig-prefix: "Fig."
nocite: |
  @*
abstract: |
  The Assembly took note [@A/76/135, para. 71].
---

## Norms {#sec-norms}

See @fig-norms, [@tbl-states; @sec-norms], @Fig-norms, -@fig-norms and @eq-one. The Assembly
welcomed it [-@A/RES/73/27], as @A/RES/74/247 [p. 5; also @A/70/174] says.^[Compare [see @A/68/98, para. 20].]

{{< include _methods.qmd >}}

{{< video https://example.org/v >}}

![Norms of [@A/RES/73/27]](norms.png){#fig-norms fig-alt="Nobody @cites-this" width=80%}

::: {.callout-note title="Not @cited"}
## Note
A callout cites @A/75/816 and [-@tip-one].
:::

:::: {.columns}
::: {.column width="50%"}
- [@A/RES/75/240, para. 1]
:::
::: {.column}
@lst-code
:::
::::

\`\`\`{python}
#| label: fig-plot
#| fig-cap: "A plot @not-cited"
print("@not-cited")
\`\`\`

Inline \`r "@not-cited"\` code; mail writer@example.org.

$$
x = @not-cited
$$ {#eq-one}

| State | Source          |
|-------|-----------------|
| A     | [@A/RES/79/243] |

: States, after @A/77/275 {#tbl-states}

A note.[^1]

[^1]: As [@A/RES/58/32;
    @A/RES/57/239] say.

::: {#refs}
:::
`;

const rapporteur = (args: string[]): { status: number | null; out: string; error: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [distFile('rapporteur.js'), ...args], {
    encoding: 'utf8',
  });
  return { status, out: stdout, error: stderr };
};

describe('a draft of Quarto', { skip: !hasPandoc }, () => {
  const file = join(folder, 'draft.qmd');
  const bibliography = join(folder, 'references.json');
  writeFileSync(file, draft);
  writeFileSync(bibliography, '[]');

  test('cites what pandoc reads in it, with nothing unknown', () => {
    const { status, out } = rapporteur(['citations', file]);
    assert.equal(status, 0);
    const cited = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { key: string; mode: string; start: number; end: number; known: boolean });
    for (const { key, start, end, known } of cited) {
      assert.equal(draft.slice(start, end), `@${key}`);
      assert.ok(known, key);
    }
    const { stdout } = spawnSync('pandoc', ['-f', 'markdown', '-t', 'json', file], { encoding: 'utf8' });
    const theirs: string[] = [];
    JSON.parse(stdout, (_name, value: { citationId?: string; citationMode?: { t: string } }) => {
      if (value?.citationId !== undefined) theirs.push(`${value.citationId} ${value.citationMode!.t}`);
      return value;
    });
    assert.deepEqual(cited.map(({ key, mode }) => `${key} ${mode}`).sort(), theirs.sort());
    assert.equal(cited.length, 22);
  });

  test('has a bibliography that lacks nothing but the cross-references, which are Quarto’s', () => {
    const { status, error } = rapporteur(['bibliography', file, '-o', bibliography]);
    assert.equal(status, 0, error);
    assert.equal(error, '');
    assert.ok((JSON.parse(readFileSync(bibliography, 'utf8')) as unknown[]).length > 8);
    const { stderr } = spawnSync('pandoc', ['--citeproc', '-f', 'markdown', '-t', 'html', file], {
      encoding: 'utf8',
      cwd: folder,
    });
    const missing = [...stderr.matchAll(/citation (\S+) not found/gi)].map(([, key]) => key!);
    assert.ok(missing.length > 3);
    for (const key of missing.filter((one) => one !== '*')) assert.match(key, /^(?:fig|tbl|sec|eq|tip|lst)-/i);
  });
});
