import { readFileSync } from 'node:fs';
import * as L from './server/src/recognition/lexicon.ts';
import * as K from './server/src/knowledge/knowledge.ts';
console.log(Object.keys(L), Object.keys(K));
