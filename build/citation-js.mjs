// What is done to citation-js when it is bundled.

/**
 * citation-js can fetch files from the network, for which nothing here has a use: that module is replaced by one that
 * throws, so that no part of it, nor of the packages that it needs, comes into a bundle.
 * @type {import('esbuild').Plugin}
 */
export const withoutNetwork = {
  name: 'without network',
  setup({ onLoad, onEnd }) {
    let isReplaced = false;
    onLoad({ filter: /@citation-js[\\/]core[\\/].*[\\/]fetchFile\.js$/ }, () => {
      isReplaced = true;
      const refusal = "const refuse = () => { throw new Error('There is no network access.'); };";
      const names = ['fetchFile', 'fetchFileAsync', 'setUserAgent'].map((name) => `refuse as ${name}`).join(', ');
      return { contents: `${refusal} export { ${names}, refuse as default };` };
    });
    onEnd(({ metafile }) => {
      const inputs = Object.keys(metafile?.inputs ?? {});
      const hasCore = inputs.some((path) => path.includes('@citation-js/core'));
      const network = inputs.filter((path) => /node_modules\/(?:sync-fetch|undici|node-fetch|cross-fetch)/.test(path));
      if ((hasCore && !isReplaced) || network.length > 0)
        throw new Error(`The bundle could reach the network: ${network.join(', ') || 'citation-js'}.`);
    });
  },
};

/**
 * The converter of BibTeX entries is a bundle of its own, read when the first such file is, so that it costs nothing at
 * the start. In a browser there are no files to convert.
 *
 * @param {'apart' | 'left out'} how
 * @returns {import('esbuild').Plugin}
 */
export const converter = (how) => ({
  name: 'converter of BibTeX',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /[\\/]library[\\/]bibtex-item\.ts$/ }, ({ kind }) => {
      if (kind !== 'dynamic-import') return undefined;
      return how === 'apart' ? { path: './bibtex.js', external: true } : { path: 'none', namespace: 'left-out' };
    });
    onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({
      contents: "export const bibtexItem = () => { throw new Error('BibTeX is not read in a browser.'); };",
    }));
  },
});
