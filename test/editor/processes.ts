// Finds the processes that a process has started, and what they started in turn.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Process {
  pid: number;
  parent: number;
  command: string;
}

function allProcesses(): Process[] {
  // A bare Debian has /proc and need not have ps; elsewhere it is the other way round.
  if (existsSync('/proc/self/stat')) return readdirSync('/proc').flatMap((name) => readProcess(name) ?? []);
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  return stdout.split('\n').flatMap((line) => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid ? [{ pid: Number(pid), parent: Number(parent), command: command ?? '' }] : [];
  });
}

function readProcess(name: string): Process | undefined {
  if (!/^\d+$/.test(name)) return undefined;
  try {
    // The second field is the program's name in brackets, and may hold anything.
    const stat = readFileSync(join('/proc', name, 'stat'), 'utf8');
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    const command = readFileSync(join('/proc', name, 'cmdline'), 'utf8')
      .replaceAll('\0', ' ')
      .trim();
    return { pid: Number(name), parent, command };
  } catch {
    // It has ended meanwhile.
    return undefined;
  }
}

export function descendantsOf(pid: number): Process[] {
  const all = allProcesses();
  const found: Process[] = [];
  const parents = new Set([pid]);
  for (let before = -1; before !== found.length; ) {
    before = found.length;
    for (const one of all) {
      if (!parents.has(one.parent) || parents.has(one.pid)) continue;
      parents.add(one.pid);
      found.push(one);
    }
  }
  return found;
}
