// `npm run build`: compiles the dataset and bundles the program. `--production` leaves out source maps.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
for (const step of [['build/compile-dataset.ts'], ['esbuild.mjs', ...process.argv.slice(2)]]) {
  const { status } = spawnSync('node', step, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
