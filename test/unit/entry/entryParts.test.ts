import { expect } from 'chai';
import fc from 'fast-check';
import { bibliographyFormat } from '../../../src/core/cite/entry/bibliographyFormats';
import { editableBytes } from '../../../src/core/cite/entry/editableBytes';
import { entryKeys } from '../../../src/core/cite/entry/entryKeys';
import { heldKey } from '../../../src/core/cite/entry/heldKey';
import { asciiTeX } from '../../../src/core/formats/asciiTeX';
import { bibTeXFields } from '../../../src/core/formats/bibTeXFields';
import { readLibraryText } from '../../../src/core/formats/readLibrary';
import type { Paper } from '../../../src/core/paper';
import { fullVenueName } from '../../../src/core/venueNames';
import { dao, li, paper } from '../citePapers';

const seed = 20261123;

describe('Venues in full', () => {
  const cases: readonly (readonly [venue: string, full: string])[] = [
    ['NeurIPS', 'Advances in Neural Information Processing Systems'],
    ['NIPS', 'Advances in Neural Information Processing Systems'],
    ['NeurIPS 2023', 'Advances in Neural Information Processing Systems'],
    ["ICML'24", 'Proceedings of the International Conference on Machine Learning'],
    ['ASP-DAC', 'Proceedings of the Asia and South Pacific Design Automation Conference'],
    ['Findings of ACL', 'Findings of the Association for Computational Linguistics: ACL'],
    ['3DV', 'International Conference on 3D Vision'],
    ['Nature', 'Nature'],
    ['constructor', 'constructor'],
    ['NeurIPS 2024 Workshop on X', 'NeurIPS 2024 Workshop on X'],
    ['', ''],
  ];
  for (const [venue, full] of cases) it(`${venue} is ${full}`, () => expect(fullVenueName(venue)).to.equal(full));
});

describe('Letters as TeX commands', () => {
  const cases: readonly (readonly [text: string, written: string])[] = [
    ['Häse', 'H{\\"a}se'],
    ['Ré', "R{\\'e}"],
    ['Gonçalves', 'Gon{\\c c}alves'],
    ['Šarić', "{\\v S}ari{\\'c}"],
    ['naïve', 'na{\\"\\i}ve'],
    ['Łukasz', '{\\L}ukasz'],
    ['Ångström', '{\\AA}ngstr{\\"o}m'],
    ['Nguyễn', 'Nguy{\\~{\\^e}}n'],
    ['1–2 — “so”', "1--2 --- ``so''"],
    ['中文', '中文'],
    ['plain', 'plain'],
  ];
  for (const [text, written] of cases) it(`${text} is ${written}`, () => expect(asciiTeX(text)).to.equal(written));

  it('are read back as what they were', () => {
    const letters = fc.constantFrom(...'éèêëñõöüåøßçšžłŁÅÆœğőąē aX');
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 8 }), (some) => {
        const name = `A${some.join('').replace(/ /g, '')}`;
        const text = `@misc{a,\n  title = {${asciiTeX(name)}}\n}`;
        expect(readLibraryText(text, 'a.bib').papers[0]?.title).to.equal(name);
      }),
      { seed },
    );
  });
});

describe('Fields of an entry', () => {
  const names = (changes: Partial<Paper>, dialect: 'bibtex' | 'biblatex' = 'bibtex'): string => {
    const { fields, type } = bibTeXFields(paper(changes), { dialect, ascii: false });
    return `${type}: ${fields
      .map(({ name, value }) => `${name}=${value}`)
      .slice(2)
      .join(', ')}`;
  };
  it('are those of the dialect', () => {
    const journal = { type: 'article-journal', venue: 'Nature', arxiv: '', links: [] } as const;
    expect(names(journal)).to.equal('article: journal=Nature, year=2022');
    expect(names(journal, 'biblatex')).to.equal('article: journaltitle=Nature, date=2022');
    expect(names({ type: 'article', venue: '' })).to.equal('misc: year=2022, eprint=2205.14135, archivePrefix=arXiv');
    expect(names({ type: 'article', venue: '' }, 'biblatex')).to.equal(
      'misc: date=2022, eprint=2205.14135, eprinttype=arxiv',
    );
  });

  it('keep volume, number and pages that say nothing to TeX', () => {
    const fields = { volume: '3', issue: '2', page: '10–20', publisher: '{\\em X}' };
    expect(names({ type: 'article-journal', venue: 'Nature', arxiv: '', links: [], fields })).to.equal(
      'article: journal=Nature, volume=3, number=2, pages=10--20, year=2022',
    );
  });
});

describe('Keys of entries', () => {
  const keys = (papers: readonly Paper[], held: Readonly<Record<string, string>>, taken: readonly string[]): string => {
    const { added, papers: cited } = entryKeys(
      papers,
      ({ id }) => held[id],
      () => taken,
    );
    return `${cited.map(({ key }) => key).join(' ')} | ${added.map(({ key }) => key).join(' ')}`;
  };
  const other = paper({ id: 'other' });
  it('are those of the file where it holds the paper', () => {
    expect(keys([dao, li], { [dao.id]: 'mine' }, ['mine'])).to.equal('mine li2023ivit | li2023ivit');
  });
  it('get a letter where another paper has them, whatever their case', () => {
    expect(keys([dao], {}, ['Dao2022FlashAttention'])).to.equal('dao2022flashattentiona | dao2022flashattentiona');
    expect(keys([dao, other], {}, [])).to.equal(
      'dao2022flashattention dao2022flashattentiona | dao2022flashattention dao2022flashattentiona',
    );
  });
  it('are given once', () => expect(keys([dao, dao], {}, [])).to.equal(`${dao.key} ${dao.key} | ${dao.key}`));
  it('are found by the library’s rule of sameness', () => {
    const read = (text: string) => readLibraryText(text, 'a.bib').papers;
    expect(
      heldKey(dao, read('@misc{x,\n  title = {Other},\n  eprint = {2205.14135},\n  archiveprefix = {arXiv}\n}')),
    ).to.equal('x');
    expect(
      heldKey(dao, read('@misc{x,\n  title = {FlashAttention},\n  author = {Dao, T},\n  year = 2023\n}')),
    ).to.equal('x');
    expect(heldKey(dao, read('@misc{,\n  title = {FlashAttention},\n  author = {Dao, T},\n  year = 2023\n}'))).to.equal(
      undefined,
    );
    expect(heldKey(dao, read('@misc{x,\n  title = {FlashAttention},\n  author = {Li, T},\n  year = 2023\n}'))).to.equal(
      undefined,
    );
  });
});

describe('Bytes that an editor gives back', () => {
  const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
  const cases: readonly (readonly [what: string, bytes: Uint8Array, editable: string])[] = [
    ['nothing', bytes(''), 'utf8'],
    ['ASCII', bytes('a\nb\n'), 'utf8'],
    ['UTF-8', new TextEncoder().encode('ä\r\nb'), 'utf8'],
    ['UTF-8 with its mark', new TextEncoder().encode('\uFEFFä'), 'utf8'],
    ['Latin-1', bytes('\xe4\n'), 'windows1252'],
    ['what Windows-1252 leaves open', bytes('\xe4\x81\n'), 'iso88591'],
    ['mixed line ends', bytes('a\r\nb\n'), 'lineEnds'],
    ['lone carriage returns', bytes('a\rb'), 'lineEnds'],
    ['one carriage return too many', bytes('a\r\r\nb\r\n'), 'lineEnds'],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x40, 0), 'encoding'],
    ['a program', bytes('\x7fELF\0'), 'binary'],
  ];
  for (const [what, given, expected] of cases) {
    it(`are told of ${what}`, () => expect(Object.values(editableBytes(given))).to.deep.equal([expected]));
  }
});

describe('Entries in hostile text', () => {
  it('are insertions, whatever the text', () => {
    const piece = fc.constantFrom(
      '@',
      'article',
      '{',
      '}',
      '"',
      ',',
      '=',
      'a',
      '\n',
      '\r\n',
      '%',
      '#',
      '- ',
      ': ',
      '[',
      ']',
      'id',
      'é',
      ' ',
    );
    const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, fc.constantFrom('a.bib', 'a.json', 'a.yaml', 'a.yml'), (before, path) => {
        const outline = bibliographyFormat(path, before, path === 'a.yml')?.outline(before);
        if (!outline || 'problem' in outline) return;
        for (const { offset, text: inserted } of outline.insert([{ key: 'new', paper: dao }], undefined)) {
          expect(offset).to.be.within(0, before.length);
          expect(inserted).to.contain('new');
        }
      }),
      { seed, numRuns: 2_000 },
    );
  });

  it('stay on their lines and in their braces, whatever the paper', () => {
    const words = fc.string({ unit: 'binary', maxLength: 30 });
    fc.assert(
      fc.property(words, words, words, (title, family, venue) => {
        const hostile = paper({ title, authors: [{ family }], venue });
        for (const ascii of [true, false]) {
          for (const { value } of bibTeXFields(hostile, { dialect: 'bibtex', ascii }).fields) {
            expect(value).to.not.match(/[\r\n]/u);
            let depth = 0;
            for (const character of value) {
              depth += character === '{' ? 1 : character === '}' ? -1 : 0;
              expect(depth).to.be.at.least(0);
            }
            expect(depth).to.equal(0);
          }
        }
      }),
      { seed, numRuns: 500 },
    );
  });
});
