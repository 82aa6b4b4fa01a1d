// Modules of Node that take long to start and that most drafts never need.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * Loads `crypto` and `child_process` when one of their functions is first used: the protocol's library asks for both at
 * once, for named pipes and for finding packages, which this server never does.
 * @type {import('esbuild').Plugin}
 */
export const nodeModulesWhenNeeded = {
  name: 'modules of Node when they are needed',
  setup({ onResolve, onLoad }) {
    const namespace = 'when-needed';
    onResolve({ filter: /^(?:node:)?(?:crypto|child_process)$/ }, ({ path, namespace: from }) => {
      const module = `node:${path.replace(/^node:/, '')}`;
      return from === namespace ? { path: module, external: true } : { path: module, namespace };
    });
    onLoad({ filter: /.*/, namespace }, ({ path }) => ({
      contents: Object.keys(require(path))
        .map(
          (name) =>
            `get ${JSON.stringify(name)}() { return require(${JSON.stringify(path)})[${JSON.stringify(name)}]; }`,
        )
        .join(',\n')
        .replace(/^/, 'module.exports = {')
        .replace(/$/, '};'),
      loader: 'js',
    }));
  },
};
