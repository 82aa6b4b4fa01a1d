// Drives the real workbench by keyboard, as a writer would, with the packaged extension installed, and keeps pictures
// of what it shows in artefacts/screenshots/.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Locator, Page } from 'playwright-core';
import { type Editor, installExtension, startEditor } from '../../build/editor-host.mjs';
import { root } from '../../build/set-up.mjs';
import { launchBrowser } from './browser.ts';
import { type CheckReport, equal, eventually, matches, ok } from './checks.ts';
import { descendantsOf } from './processes.ts';

const screenshots = join(root, 'artefacts', 'screenshots');
// The editor draws spaces as no-break spaces.
const oewgText = /Open-ended\sWorking\sGroup/i;

/** The workbench in a page, and what a writer does with it. */
class Workbench {
  readonly page: Page;
  readonly #editor: Editor;

  constructor(page: Page, editor: Editor) {
    this.page = page;
    this.#editor = editor;
  }

  async screenshot(name: string): Promise<void> {
    await this.page.screenshot({ path: join(screenshots, `${name}.png`) });
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Types at a person's pace: completion is asked for between the keys. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 40 });
  }

  async runCommand(title: string): Promise<void> {
    await this.press('F1');
    const input = this.page.locator('.quick-input-widget input').first();
    await input.waitFor();
    await input.fill(`>${title}`);
    await this.page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: title }).waitFor();
    await this.press('Enter');
    // The list of commands goes; a list that the command itself shows may take its place.
    await eventually('the list of commands is gone', async () => {
      if (!(await input.isVisible())) return true;
      return (await input.inputValue()).startsWith('>') ? undefined : true;
    });
  }

  /** Keys that are pressed before the editor has the focus get lost. */
  async editorHasFocus(): Promise<void> {
    await this.page.locator('.quick-input-widget').first().waitFor({ state: 'hidden' });
    await this.page.locator('.editor-group-container.active .monaco-editor.focused').first().waitFor();
  }

  /** Puts the cursor of the active editor on a line and column, counted from 1. */
  async goTo(line: number, column: number): Promise<void> {
    await this.press('Control+g');
    const input = this.page.locator('.quick-input-widget input').first();
    await input.waitFor();
    await input.fill(`:${line}:${column}`);
    await this.press('Enter');
    await this.cursorIs(`Ln ${line}, Col ${column}`);
    await this.editorHasFocus();
  }

  async cursorIs(text: string): Promise<void> {
    await this.page.locator('.statusbar-item', { hasText: text }).waitFor();
  }

  /** Writes a line of its own at the end of the draft, up to the cursor. */
  async writeAtEnd(text: string): Promise<void> {
    await this.editorHasFocus();
    await this.press('Control+End', 'Enter', 'Enter');
    await this.type(text);
  }

  /** The text of the rendered line that holds a text. */
  async lineWith(text: string): Promise<string> {
    const lines = await this.page.locator('.editor-group-container.active .view-line').allTextContents();
    return lines.map((line) => line.replaceAll('\u00a0', ' ')).find((line) => line.includes(text)) ?? '';
  }

  /** Asks for the hover at the cursor and gives its text. */
  async hover(timeout = 15_000): Promise<string> {
    await this.press('Control+k', 'Control+i');
    const hover = this.visible('.monaco-hover', oewgText);
    await hover.waitFor({ timeout });
    return (await hover.textContent()) ?? '';
  }

  visible(selector: string, text: RegExp): Locator {
    return this.page.locator(selector).filter({ visible: true, hasText: text }).first();
  }

  /** Clears away what the step before has opened. */
  async returnToDraft(): Promise<void> {
    await this.press('Escape', 'Escape');
    if (!/draft\.md/.test(await this.activeTab())) await this.page.locator('.tab', { hasText: 'draft.md' }).click();
    // The pointer would make the editor explain the tab in the pictures.
    await this.page.mouse.move(900, 700);
    await this.runCommand('View: Focus Active Editor Group');
    await this.editorHasFocus();
  }

  async activeTab(): Promise<string> {
    return (await this.page.locator('.tab.active').first().getAttribute('aria-label')) ?? '';
  }

  /** The process of the language server, of which there must be one. */
  serverProcess(): number | undefined {
    const servers = descendantsOf(this.#editor.pid).filter(({ command }) =>
      /[/\\]dist[/\\](server|rapporteur)\.c?js\b/.test(command),
    );
    return servers.length === 1 ? servers[0]?.pid : undefined;
  }
}

type Step = readonly [name: string, run: (workbench: Workbench) => Promise<void>];

const steps: Step[] = [
  [
    'the draft opens',
    async (workbench) => {
      await workbench.visible('.view-line', /The\stwo\stracks/).waitFor({ timeout: 60_000 });
      matches(await workbench.activeTab(), /draft\.md/, 'active tab');
      await workbench.visible('.view-line', /The\stwo\stracks/).click();
      await workbench.cursorIs('Ln 5,');
      await eventually('the language server runs', () => workbench.serverProcess());
      await workbench.screenshot('draft');
    },
  ],
  [
    'typing "the OEWG" and asking for the hover says what it is',
    async (workbench) => {
      await workbench.writeAtEnd('In 2021 the OEWG');
      // Suggestions open while one types; the hover is asked for over the name itself.
      await workbench.page.waitForTimeout(1_000);
      await workbench.press('Escape', 'ArrowLeft', 'ArrowLeft');
      matches(await workbench.hover(), oewgText, 'hover');
      await workbench.screenshot('hover');
      await workbench.press('Escape');
      matches(await workbench.lineWith('In 2021'), /In 2021 the OEWG$/, 'the line that was typed');
    },
  ],
  [
    'typing part of a name offers it, and Tab completes it',
    async (workbench) => {
      await workbench.writeAtEnd('It followed the Budapest Conv');
      const widget = workbench.visible('.suggest-widget', /Budapest Convention/);
      await widget.waitFor();
      await workbench.screenshot('completion-name');
      await workbench.press('Tab');
      await eventually('the name is completed', async () =>
        /It followed the Budapest Convention/.test(await workbench.lineWith('It followed')) ? true : undefined,
      );
    },
  ],
  [
    'typing "[@A/RES/7" offers citations by itself, and Enter accepts one',
    async (workbench) => {
      await workbench.writeAtEnd('This was decided at once [@A/RES/7');
      const widget = workbench.visible('.suggest-widget', /A\/RES\/7\d/);
      await widget.waitFor();
      // The list is still that of the keys before until the server has answered.
      const focused = widget.locator('.monaco-list-row.focused', { hasText: /A\/RES\/7/ });
      await focused.waitFor();
      // Its details are shown on request, and loaded only then.
      const details = workbench.visible('.suggest-details', /\S{3}/);
      await eventually('the details are shown', async () => {
        if (await details.isVisible()) return true;
        // The key is lost if the list is just being drawn anew.
        await workbench.press('Control+Space');
        await workbench.page.waitForTimeout(1_000);
        return undefined;
      });
      await workbench.screenshot('completion-citation');
      const label = (await focused.locator('.label-name').first().textContent()) ?? '';
      await workbench.press('Enter');
      const line = await eventually('the citation is complete', async () => {
        const text = await workbench.lineWith('This was decided');
        return /\[@A\/RES\/\d+\/\d+/.test(text) ? text : undefined;
      });
      const key = /A\/RES\/\d+\/\d+/.exec(label)?.[0];
      ok(key, `the first suggestion names a resolution: ${label}`);
      equal(line.trimEnd(), `This was decided at once [@${key}]`, 'the line after accepting');
      await workbench.press('Control+s');
    },
  ],
  [
    'typing "cite" behind a name offers its documents',
    async (workbench) => {
      await workbench.writeAtEnd('Parties to the Budapest Convention cite');
      const widget = workbench.visible('.suggest-widget', /ets-185/);
      await eventually('the documents are offered', async () => {
        await workbench.page.waitForTimeout(1_500);
        if (await widget.isVisible()) return true;
        // Whoever types faster than the answers come has to ask.
        await workbench.press('Escape', 'Control+Space');
        return undefined;
      });
      await workbench.screenshot('completion-cite');
      await widget.locator('.monaco-list-row.focused', { hasText: /ets-185/ }).waitFor();
      await workbench.press('Enter');
      await eventually('the word has become a citation', async () =>
        /Parties to the Budapest Convention \[@ets-185\]/.test(await workbench.lineWith('Parties to'))
          ? true
          : undefined,
      );
    },
  ],
  [
    'the hover on a key shows the entry of the draft’s own bibliography',
    async (workbench) => {
      await workbench.press('Control+p');
      await workbench.type('cited.md');
      await workbench.page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: 'cited.md' }).waitFor();
      await workbench.press('Enter');
      await workbench.visible('.view-line', /segal2016hacked/).waitFor();
      await workbench.editorHasFocus();
      // The status bar counts the columns of wide letters otherwise than `goTo` does.
      await workbench.press('Control+f');
      await workbench.type('segal2016');
      await workbench.press('Enter', 'Escape');
      await workbench.editorHasFocus();
      await workbench.press('Control+k', 'Control+i');
      const hover = workbench.visible('.monaco-hover', /The\sHacked\sWorld\sOrder/);
      await hover.waitFor();
      await workbench.page.waitForTimeout(500);
      await workbench.screenshot('hover-citation');
      matches((await hover.textContent()) ?? '', /Cited\s2\stimes/, 'where it is cited');
    },
  ],
  [
    'F12 on a name opens its card',
    async (workbench) => {
      await workbench.goTo(7, 7);
      await workbench.press('F12');
      await eventually('a card is the active tab', async () =>
        /oewg/i.test(await workbench.activeTab()) ? true : undefined,
      );
      await workbench.visible('.editor-group-container.active .view-lines', /Open-ended/).waitFor();
      await workbench.screenshot('card');
    },
  ],
  [
    'Show Card, on the name under the cursor',
    async (workbench) => {
      await workbench.goTo(7, 7);
      await workbench.runCommand('Rapporteur: Show Card');
      await eventually('a card is the active tab', async () =>
        /oewg|open-ended/i.test(await workbench.activeTab()) ? true : undefined,
      );
      // The card may be shown as text, or in a preview, which is a page of its own within the page.
      await eventually('the card has text', async () => {
        for (const frame of workbench.page.frames()) {
          const shown = frame.locator('.view-lines, .markdown-body').filter({ visible: true, hasText: /Open-ended/ });
          if ((await shown.count().catch(() => 0)) > 0) return true;
        }
        return undefined;
      });
      // The preview is a page of its own, and paints a little later.
      await workbench.page.waitForTimeout(2_000);
      await workbench.screenshot('show-card');
    },
  ],
  [
    'Why Is Nothing Recognised Here? answers',
    async (workbench) => {
      await workbench.goTo(12, 3);
      await workbench.runCommand('Rapporteur: Why Is Nothing Recognised Here?');
      const answer = workbench.visible('.notification-toast', /Rapporteur/);
      await answer.waitFor();
      await workbench.page.waitForTimeout(500);
      await workbench.screenshot('why-nothing');
    },
  ],
  [
    'Insert Citation offers the sources',
    async (workbench) => {
      await workbench.writeAtEnd('As was said');
      await workbench.press('Escape');
      await workbench.runCommand('Rapporteur: Insert Citation');
      await workbench.page.locator('.quick-input-widget .monaco-list-row').first().waitFor();
      await workbench.type('A/RES/73');
      await workbench.page.waitForTimeout(800);
      await workbench.screenshot('insert-citation');
      await workbench.press('Enter');
      await eventually('the citation is inserted', async () =>
        /As was said\s?\[@A\/RES\/73\/\d+\]/.test(await workbench.lineWith('As was said')) ? true : undefined,
      );
    },
  ],
  [
    'the server is killed, and the hover works again',
    async (workbench) => {
      const before = workbench.serverProcess();
      ok(before, 'the server runs');
      process.kill(before, 'SIGKILL');
      await eventually('another server runs', () => {
        const now = workbench.serverProcess();
        return now && now !== before ? now : undefined;
      });
      await workbench.goTo(7, 7);
      // The new server may not answer the first time.
      const text = await eventually('the hover', () => workbench.hover(2_000).catch(() => undefined), 30_000);
      matches(text, oewgText, 'hover');
      await workbench.screenshot('after-crash');
      await workbench.press('Escape');
    },
  ],
  [
    'Open Source leads to the document of the United Nations',
    async (workbench) => {
      await workbench.goTo(7, 28);
      await workbench.runCommand('Rapporteur: Open Source');
      // The editor asks before it opens an address outside.
      const dialog = workbench.visible('.monaco-dialog-box', /https?:\/\//);
      await dialog.waitFor();
      await workbench.screenshot('open-source');
      matches((await dialog.textContent()) ?? '', /A\/RES\/73\/27/i, 'address');
      await workbench.press('Escape');
    },
  ],
];

export async function runKeyboard(vsix: string, report: (check: CheckReport) => void): Promise<void> {
  const temporary = mkdtempSync(join(tmpdir(), 'rapporteur-keyboard-'));
  mkdirSync(screenshots, { recursive: true });
  for (const name of readdirSync(screenshots)) if (/^failed-keyboard/.test(name)) rmSync(join(screenshots, name));
  const workspace = join(temporary, 'workspace');
  cpSync(join(import.meta.dirname, 'workspace'), workspace, { recursive: true });
  const serverData = join(temporary, 'server-data');
  let editor: Editor | undefined;
  try {
    await installExtension(vsix, serverData);
    editor = await startEditor({ serverData, trusted: true });
    const browser = await launchBrowser();
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(15_000);
    await page.goto(editor.address({ folder: workspace, file: join(workspace, 'draft.md') }));
    const workbench = new Workbench(page, editor);
    for (const [index, [name, run]] of steps.entries()) {
      const began = Date.now();
      let failure: string | undefined;
      try {
        if (index > 0) await workbench.returnToDraft();
        await run(workbench);
      } catch (error) {
        failure = stripVTControlCharacters(error instanceof Error ? error.message : String(error));
        await workbench.screenshot(`failed-keyboard-${index + 1}`);
      }
      report({ name, milliseconds: Date.now() - began, ...(failure !== undefined && { failure }) });
    }
    await browser.close();
  } finally {
    await editor?.stop();
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}
