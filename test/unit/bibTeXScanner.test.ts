import { expect } from 'chai';
import fc from 'fast-check';
import { scanBibTeX } from '../../src/core/formats/bibtex/bibTeXScanner';
import type { BibTeXFault, BibTeXField, BibTeXItem } from '../../src/core/formats/bibtex/bibTeXSyntax';

function scan(text: string): { items: BibTeXItem[]; faults: BibTeXFault[] } {
  const faults: BibTeXFault[] = [];
  return { items: [...scanBibTeX(text, (fault) => faults.push(fault))], faults };
}

/** `article key: name=value+value, …`, values without their delimiters. */
function summary(text: string): string[] {
  const written = ({ name, pieces }: BibTeXField): string =>
    `${name}=${pieces.map(({ start, end }) => text.slice(start, end)).join('+')}`;
  return scan(text).items.map((item) => {
    if (item.kind === 'entry') return `${item.type} ${item.key}: ${item.fields.map(written).join(', ')}`;
    return item.kind === 'strings' ? `string: ${item.fields.map(written).join(', ')}` : item.kind;
  });
}

describe('Scanning BibTeX', () => {
  const whole: readonly (readonly [what: string, text: string, items: readonly string[]])[] = [
    ['nothing', '', []],
    ['an entry', '@article{a, title = {T}, year = 2020}', ['article a: title=T, year=2020']],
    ['a trailing comma, capitals', '@ARTICLE { a ,\n Title = {T},\n}', ['article a: title=T']],
    ['parentheses', '@book(a, title = {T (1)})', ['book a: title=T (1)']],
    ['no fields', '@misc{a} @misc{b,}', ['misc a: ', 'misc b: ']],
    ['commas in front, as Qiqqa writes', '@article{a\n, title = {T}\n, year = {1}\n}', ['article a: title=T, year=1']],
    ['a key of its own line', '@article{\n  a/b:1,\n  title = {T}}', ['article a/b:1: title=T']],
    ['nested braces', '@a{k, t = {a {b {c}} d}}', ['a k: t=a {b {c}} d']],
    ['quotes', '@a{k, t = "a {"} b", u = "{\\"o}"}', ['a k: t=a {"} b, u={\\"o}']],
    ['joined values', '@a{k, t = "a" # b # {c} # 12}', ['a k: t=a+b+c+12']],
    ['names of many kinds', '@a{k, a+an = {1}, Bdsk-Url-1 = {2}, x:y = {3}}', ['a k: a+an=1, bdsk-url-1=2, x:y=3']],
    ['strings', '@string{a = "b"} @STRING(c = {d} # a)', ['string: a=b', 'string: c=d+a']],
    ['comments and preambles', '@comment{a {@b{c,}} d}@preamble{"x" # "y"}', ['comment', 'preamble']],
    ['a comment that is a line', '@comment Len Schubert @a{b,}\n@a{k,}', ['a k: ']],
    ['a commented field', '@a{k,\n@comment b = {1},\n% c = {2},\n d = {3}}', ['a k: d=3']],
    ['commented entries', '% @a{x, t = {y}}\n@a{k,}', ['a k: ']],
    ['text between entries', 'me@example.org (me), {"\n@a{k,}\n50 \\% \n @a{l,}', ['a k: ', 'a l: ']],
    ['two on a line', '@a{k,t={1}}@a{l,t={2}}', ['a k: t=1', 'a l: t=2']],
    ['carriage returns', '@a{k,\r\n t = {1},\r\n u = 2\r\n}\r@a{l,\r t = {3}\r}', ['a k: t=1, u=2', 'a l: t=3']],
    ['an entry in a value', '@a{k, note = {Cite:\n@b{x, t = {y}}\n}, u = 1}\n@a{l,}', ['a k: note=Cite:\n@b{x, t = {y}}\n, u=1', 'a l: ']],
  ]; // prettier-ignore
  for (const [what, text, items] of whole) {
    it(`reads ${what}`, () => {
      expect(summary(text)).to.deep.equal(items);
      expect(scan(text).faults).to.deep.equal([]);
    });
  }

  // The fault is reported at the bar.
  const next = '\n\n@b{next, title = {N}}\n';
  const broken: readonly (readonly [what: string, text: string, code: string, entry: string])[] = [
    ['a value that is not closed', '|@a{k,\n t = {one {two},\n u = {3}\n}', 'unclosed-entry', 'a k: t=one {two}, u=3'],
    ['two braces too few', '|@a{k,\n t = {one {two {three,\n u = {3}\n}', 'unclosed-entry', 'a k: t=one {two {three, u=3'],
    ['an entry that is not closed', '|@a{k,\n t = {1},\n u = 2', 'unclosed-entry', 'a k: t=1, u=2'],
    ['one brace too many', '@a{k,\n t = {1}|},\n u = {2}\n}', 'malformed-entry', 'a k: t=1, u=2'],
    ['a quote that is not closed', '@a{k,\n t = |"one,\n u = {2}\n}', 'malformed-entry', 'a k: t=one, u=2'],
    ['quotes within quotes', '@a{k,\n t = "a |"b" c",\n u = 2\n}', 'malformed-entry', 'a k: t=a "b" c, u=2'],
    ['a missing comma', '@a{k,\n t = {1}|\n u = {2}\n}', 'malformed-entry', 'a k: t=1, u=2'],
    ['a missing value', '@a{k,\n t = |,\n u = {2}\n}', 'malformed-entry', 'a k: t=, u=2'],
    ['a missing “=”', '@a{k,\n |t {1},\n u = {2}\n}', 'malformed-entry', 'a k: u=2'],
    ['text behind a value', '@a{k,\n t = {1} |and more, u = {2}\n}', 'malformed-entry', 'a k: t=1, u=2'],
    ['a missing comma behind the key', '@a{k\n |t = {1}}', 'malformed-entry', 'a k: t=1'],
    ['a missing key', '|@a{t = {1}}', 'missing-key', 'a : t=1'],
    ['an empty key', '|@a{, t = {1}}', 'missing-key', 'a : t=1'],
    ['a key with a space', '@a{|k l, t = {1}}', 'malformed-key', 'a k l: t=1'],
    ['a key that is all', '|@a{k', 'unclosed-entry', 'a k: '],
    ['nothing but a brace', '|@a{', 'missing-key', 'a : '],
    ['a wrong bracket', '@a(k, t = {1}|}', 'malformed-entry', 'a k: t=1'],
  ]; // prettier-ignore
  for (const [what, marked, code, entry] of broken) {
    it(`reads the entries around ${what}`, () => {
      const text = `@c{before, title = {B}}\n${marked.replace('|', '')}${next}`;
      expect(summary(text)).to.deep.equal(['c before: title=B', entry, 'b next: title=N']);
      const { faults } = scan(text);
      expect(faults.map((fault) => fault.code)).to.deep.equal([code]);
      expect(faults[0]?.offset).to.equal('@c{before, title = {B}}\n'.length + marked.indexOf('|'));
    });
  }

  it('finds an unclosed comment’s end at the next entry', () => {
    expect(summary('@comment{ {\n@a{k, t = {1}}')).to.deep.equal(['comment', 'a k: t=1']);
  });

  it('tells the exact places of types, keys, names and values', () => {
    const text = 'x @Article{ky, Title = {T} # tu}';
    const [entry] = scan(text).items;
    if (entry?.kind !== 'entry') throw new Error('no entry');
    const [field] = entry.fields;
    const slice = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
    expect([entry, entry.typeRange, entry.keyRange, field!].map(slice)).to.deep.equal([
      text.slice(2),
      'Article',
      'ky',
      'Title = {T} # tu',
    ]);
    expect(text.slice(field!.start, field!.nameEnd)).to.equal('Title');
    expect(field!.pieces.map((piece) => [piece.kind, slice(piece)])).to.deep.equal([
      ['braced', 'T'],
      ['macro', 'tu'],
    ]);
  });

  const hostile: readonly (readonly [what: string, text: string])[] = [
    ['opening braces', '@a{k, t = '.padEnd(1_000_000, '{')],
    ['entries that never end', '@a{k, t = {{{\n'.repeat(70_000)],
    ['quotes that never end', '@a{k, t = "{\n'.repeat(70_000)],
    ['fields that never end', '@a{k, t = {\n' + 'a = {\n'.repeat(150_000)],
    ['marks that begin nothing', '@'.repeat(1_000_000)],
    ['names without a value', '@a{k, ' + 'x '.repeat(500_000)],
    ['white space', '@a{k, t = {' + ' '.repeat(1_000_000)],
    ['line breaks', '@a{k, t = {' + '\n'.repeat(1_000_000)],
    ['quotation marks', '@a{k, t = ' + '" '.repeat(500_000)],
    ['a word', '@' + 'a'.repeat(1_000_000)],
    ['keys', '@a{'.repeat(300_000)],
  ];
  for (const [what, text] of hostile) {
    it(`takes a megabyte of ${what} in its stride`, () => {
      const begun = performance.now();
      scan(text);
      expect(performance.now() - begun).to.be.lessThan(8_000);
    }).timeout(30_000);
  }

  it('never throws, ends, and keeps ranges in order, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom('@', '{', '}', '"', '(', ')', ',', '=', '#', '%', '\n', '\r\n', ' ', '\\', 'a', '1'),
      fc.constantFrom('@article{k,', '\n@book{l,', 'title = ', '@string', '@comment', '{T}', '"T"', '}\n', '\\"'),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        let end = 0;
        for (const item of scan(text).items) {
          expect(item.start).to.be.at.least(end);
          expect(item.end).to.be.greaterThan(item.start).and.at.most(text.length);
          end = item.end;
          let fieldEnd = item.start;
          for (const field of item.kind === 'entry' || item.kind === 'strings' ? item.fields : []) {
            expect(field.start).to.be.at.least(fieldEnd);
            expect(field.end).to.be.at.least(field.nameEnd).and.at.most(item.end);
            for (const one of field.pieces) expect(one.end).to.be.at.least(one.start).and.at.most(field.end);
            fieldEnd = field.end;
          }
        }
      }),
      { seed: 20221122, numRuns: 10_000 },
    );
  }).timeout(60_000);
});
