// Neovim talks to `rapporteur lsp --stdio` and gets a hover: the server serves other editors than VS Code.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programOnPath, root } from '../../build/set-up.mjs';
import { type CheckReport, equal, matches, ok } from './checks.ts';

interface Answer {
  error?: string;
  result?: { contents: { value: string } | string; range?: { start: Position; end: Position } };
}
interface Position {
  line: number;
  character: number;
}

const limitMilliseconds = 60_000;

export async function runNeovim(report: (check: CheckReport) => void): Promise<void> {
  const began = Date.now();
  const name = 'a hover on a name, through rapporteur lsp --stdio';
  const temporary = mkdtempSync(join(tmpdir(), 'rapporteur-neovim-'));
  try {
    const draft = join(temporary, 'draft.md');
    cpSync(join(import.meta.dirname, 'workspace', 'draft.md'), draft);
    const lines = readFileSync(draft, 'utf8').split('\n');
    const line = lines.findIndex((text) => text.includes('OEWG'));
    const character = lines[line]!.indexOf('OEWG');
    const { error, result } = await askNeovim(temporary, draft, { line, character: character + 2 });
    ok(!error, `no error: ${error}`);
    ok(result, 'there is an answer');
    const { contents, range } = result;
    matches(typeof contents === 'string' ? contents : contents.value, /Open-ended Working Group/i, 'text of the hover');
    ok(range, 'the hover has a range');
    const { start, end } = range;
    const found = [start.line, start.character, end.line, end.character];
    equal(found, [line, character, line, character + 'OEWG'.length], 'range of the hover');
    report({ name, milliseconds: Date.now() - began });
  } catch (error) {
    report({ name, failure: String(error instanceof Error ? error.message : error), milliseconds: Date.now() - began });
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function askNeovim(home: string, draft: string, position: Position): Promise<Answer> {
  const neovim = programOnPath('nvim');
  ok(neovim, 'nvim is on PATH');
  const script = join(import.meta.dirname, 'hover.lua');
  // The script ends Neovim itself; where it fails, cquit does.
  return new Promise((resolve, reject) => {
    const child = spawn(neovim, ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-S', script, '-c', 'cquit'], {
      cwd: home,
      env: {
        ...process.env,
        // Nothing of the user's own Neovim takes part.
        XDG_CONFIG_HOME: home,
        XDG_DATA_HOME: home,
        XDG_STATE_HOME: home,
        XDG_CACHE_HOME: home,
        RAPPORTEUR_NODE: process.execPath,
        RAPPORTEUR_PROGRAM: join(root, 'dist', 'rapporteur.js'),
        RAPPORTEUR_DRAFT: draft,
        RAPPORTEUR_LINE: String(position.line),
        RAPPORTEUR_CHARACTER: String(position.character),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: limitMilliseconds,
    });
    let said = '';
    let complained = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
    });
    child.stderr.on('data', (chunk) => {
      complained += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      const json = said.split('\n').find((line) => line.startsWith('{'));
      if (json) resolve(JSON.parse(json) as Answer);
      else reject(new Error(`Neovim ended with ${code} and no answer:\n${said}${complained}`));
    });
  });
}
