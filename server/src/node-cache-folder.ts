/** Where Node programs keep what they can make again, by the customs of each system. */
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The user's own folder for caches; nothing says that it exists. */
export function cacheFolder(): string {
  const { env, platform } = process;
  if (env.XDG_CACHE_HOME !== undefined && env.XDG_CACHE_HOME !== '') return env.XDG_CACHE_HOME;
  if (platform === 'win32') return env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local');
  return platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache');
}
