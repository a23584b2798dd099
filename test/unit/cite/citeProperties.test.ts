import { expect } from 'chai';
import fc from 'fast-check';
import type { CitedDocument } from '../../../src/core/cite/citationFormat';
import { citationFormats } from '../../../src/core/cite/citationFormats';
import { insertCitation } from '../../../src/core/cite/insertion';
import { paper } from '../citePapers';

const seed = 20221122;

const formats = citationFormats.filter(({ id }) => id !== 'link');
const key = fc.stringMatching(/^[a-z](?:[:/_-]?[a-z0-9]){1,6}$/u);
const keys = fc.uniqueArray(key, { minLength: 1, maxLength: 4 });
const prose = fc.constantFrom('', 'see ', 'word', 'x~', '(', 'end. ', '\n\n', 'a\n', '注意');
// What the formats are made of, well and badly put together.
const pieces = fc.constantFrom(
  ...['\\cite{', '\\citep[', ']{', '}', 'a', ', ', '[@', '@b', '; ', ']', '[', '{cite:p}`', ':cite:p:`', '`', 'cite:['],
  ...['[cite:@', 'cite:&', '[[', ']]', '#cite(<', '>)', 'label("', '")', '%', '//', '/*', '*/', '<!--', '-->', '```\n'],
  ...[
    '\n',
    '\r\n',
    '\n\n',
    '    ',
    '\\',
    '\\\\',
    '\\verb|',
    '|',
    '$',
    '::\n',
    '.. ',
    '#+begin_src\n',
    '😀',
    '\u0301',
    '---\n',
  ],
  ...['joe@a.org', 'https://a.b/c', '((((', '{{{{', '\\begin{verbatim}', '\\parencites', '~', '^[', '!['],
);
const source = fc.array(pieces, { maxLength: 25 }).map((all) => all.join(''));

function papersOf(all: readonly string[]) {
  return all.map((one) => paper({ key: one }));
}

function documentIn(format: string, text: string): CitedDocument {
  return { languageId: '', path: '', text, eol: '\n', format };
}

function citeOnce(document: CitedDocument, start: number, end: number, all: readonly string[]) {
  const result = insertCitation(document, [{ start, end }], papersOf(all));
  if (result.kind === 'refused') return undefined;
  const [edit] = result.edits;
  const text = edit ? document.text.slice(0, edit.start) + edit.text + document.text.slice(edit.end) : document.text;
  return { document: { ...document, text }, caret: result.carets[0]!, edit };
}

describe('Citing, whatever stands there', () => {
  for (const format of formats) {
    describe(format.id, () => {
      it('reads back what it has written, and does not write it twice', () => {
        fc.assert(
          fc.property(prose, fc.constantFrom('', ' end', '.', ')', '\n'), keys, keys, (before, behind, first, more) => {
            const once = citeOnce(documentIn(format.id, before + behind), before.length, before.length, first);
            if (!once) throw new Error('refused');
            const { caret } = once;
            expect(format.citationAt(once.document, { start: caret, end: caret })?.keys).to.deep.equal(first);
            const again = citeOnce(once.document, caret, caret, first);
            expect(again?.document.text).to.equal(once.document.text);
            const added = citeOnce(once.document, caret, caret, more);
            const read = format.citationAt(added!.document, { start: added!.caret, end: added!.caret })?.keys;
            expect(read).to.deep.equal([...new Set([...first, ...more])]);
          }),
          { seed, numRuns: 200 },
        );
      });

      it('changes no other text, and never throws', () => {
        fc.assert(
          fc.property(source, fc.nat(100), fc.nat(100), keys, (text, at, other, all) => {
            const [start, end] = [Math.min(at, text.length), Math.min(other, text.length)].sort((a, b) => a - b);
            const document = documentIn(format.id, text);
            const cited = citeOnce(document, start!, end!, all);
            if (!cited) return;
            expect(cited.caret).to.be.within(0, cited.document.text.length);
            const { edit } = cited;
            if (!edit || edit.start === edit.end) return;
            const replaced = format.citationAt(document, { start: start!, end: end! });
            expect([edit.start, edit.end]).to.deep.equal([replaced?.start, replaced?.end]);
            expect(text.slice(start, end).trim()).to.equal(text.slice(edit.start, edit.end));
          }),
          { seed, numRuns: 1000 },
        );
      });
    });
  }

  it('takes a moment for ten thousand lines and more', () => {
    const line = 'Some words [@a; @b], `code`, \\citep[p.~3]{c, d} @e % and {cite:p}`f` more.\n';
    for (const text of [line.repeat(10_000), `${line}\n`.repeat(10_000), '    [['.repeat(20_000), '`'.repeat(50_000)]) {
      for (const { id } of formats) {
        const begin = performance.now();
        insertCitation(documentIn(id, text), [{ start: text.length >> 1, end: text.length >> 1 }], papersOf(['k']));
        expect(performance.now() - begin, `${id} ${JSON.stringify(text.slice(0, 10))}`).to.be.below(1000);
      }
    }
  });
});
