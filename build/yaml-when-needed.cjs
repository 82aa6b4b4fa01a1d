// The package `yaml` as the bundles have it: started when it is first used, because most drafts start without it. Of its
// two builds this is the one for browsers, which starts in half the time.
const load = () => require('../node_modules/yaml/browser/dist/index.js');

for (const name of ['isMap', 'isScalar', 'isSeq', 'parseDocument'])
  Object.defineProperty(exports, name, { enumerable: true, get: () => load()[name] });
