import { readFileSync } from 'node:fs';
import { Draft } from './server/src/draft/draft.ts';
import { openField } from './server/src/features/field.ts';
const { knowledge, recogniser } = openField(readFileSync('dist/dataset.bin'));
for (const f of process.argv.slice(2)) { const t=readFileSync(f,'utf8'); const d=Draft.open(t); let o='',at=0;
 for(const m of recogniser.mentions(d)){ if(!recogniser.isCounted(m)&&!process.env.BG) continue; if(m.start<at) continue; const id=m.record<0?m.symbol:knowledge.isConcept(m.record)?knowledge.concept(m.record).id:knowledge.source(m.record).id; o+=t.slice(at,m.start)+'⟦'+t.slice(m.start,m.end)+'|'+id+(m.pinpoint?' @'+m.pinpoint:'')+(recogniser.isCounted(m)?'':' BG')+'⟧'; at=m.end; }
 console.log('== '+f+'\n'+o+t.slice(at)); }
