import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { attachmentPaths } from './attachments.ts';
import { plainLatex } from './plain-latex.ts';

test('paths as programs write them', () => {
  for (const [field, paths] of [
    ['a.pdf', ['a.pdf']],
    ['/a/b c.pdf; /d.pdf', ['/a/b c.pdf', '/d.pdf']],
    ['C:\\Users\\ada\\a.pdf', ['C:\\Users\\ada\\a.pdf']],
    ['C:/Users/a.pdf', ['C:/Users/a.pdf']],
    [':a.pdf:PDF', ['a.pdf']],
    ['a.pdf:PDF', ['a.pdf']],
    ['Text:sub/a.pdf', ['sub/a.pdf']],
    ['Full: Text:C\\:\\\\x\\\\a.pdf:application/pdf', ['Text:C:\\x\\a.pdf']],
    ['Full Text:C:\\x\\a.pdf:application/pdf', ['C:\\x\\a.pdf']],
    ['a\\;b\\:c.pdf', ['a;b:c.pdf']],
    ['', []],
    [' ; ;', []],
  ] as const)
    assert.deepEqual(attachmentPaths(field), paths, field);
});
test('letters out of LaTeX', () => {
  for (const [latex, text] of [
    ['M{\\"u}ller', 'Müller'],
    ["\\'Etude \\c{c}a \\v{S}koda \\o{} \\ss{} {\\AA}", 'Étude ça Škoda ø ß Å'],
    ['\\"{\\i} \\\'\\i', 'ï í'],
    ['{{UN}} \\emph{norms} \\& \\textbf{law}', 'UN norms & law'],
    ["a--b ``c'' 5~km $x$", 'a–b “c” 5\u00a0km x'],
    ['plain', 'plain'],
  ] as const)
    assert.equal(plainLatex(latex), text);
});
test('any text at all', () => {
  const pieces = fc.array(fc.constantFrom('\\', ':', ';', '{', '}', '$', 'a', '"', '/', 'C', ' ', '\\backslash', "'"), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(pieces, (list) => {
      for (const path of attachmentPaths(list.join(''))) assert.ok(path.trim() !== '');
      assert.equal(typeof plainLatex(list.join('')), 'string');
    }),
    { numRuns: 2000 },
  );
});
