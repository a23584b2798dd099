import { expect } from 'chai';
import fc from 'fast-check';
import { type PaperIdentity, paperIdentity } from '../../src/core/paperIdentity';
import type { PaperRecord } from '../../src/core/paper';
import { samePaper } from '../../src/core/samePaper';
import { anyRecord, changed, type Facts, record } from './libraryRecords';

const groups = (records: readonly PaperRecord[]): string =>
  samePaper(records.map(paperIdentity))
    .map((positions) => positions.join(' '))
    .join(' | ');

describe('The same paper', () => {
  const title = 'KV-Cache: a survey';
  const named = (family: string): Facts => ({ authors: [{ family }] });
  const nobody: Facts = { authors: [], abstract: 'Whole words.' };
  const cases: readonly (readonly [what: string, records: readonly Facts[], expected: string])[] = [
    ['by DOI, whatever the rest', [{ doi: '10.1000/A' }, { doi: 'https://doi.org/10.1000/a', title: 'X', year: 1 }], '0 1'],
    ['by arXiv id, whatever the version', [{ arxiv: '2205.1v1' }, { title: 'X' }], '0 | 1'],
    ['by arXiv id in its versions', [{ arxiv: '2205.14135v1' }, { arxiv: '2205.14135v3', title: 'X' }], '0 1'],
    ['by arXiv’s own DOI', [{ arxiv: '2205.14135' }, { doi: '10.48550/arXiv.2205.14135', title: 'X' }], '0 1'],
    ['by title in its spellings', [{ title: 'KV cache. A Survey' }, { title: 'KVCache — a sürvey' }], '0 1'],
    ['by name with and without particles', [named('van den Broeck'), named('Broeck')], '0 1'],
    ['but not by a particle alone', [named('Le'), named('Van')], '0 | 1'],
    ['not by title with another name', [named('Dao'), named('Li')], '0 | 1'],
    ['by title two years apart', [{ year: 2020 }, { year: 2022 }], '0 1'],
    ['not by title three years apart', [{ year: 2020 }, { year: 2023 }], '0 | 1'],
    ['through years between', [{ year: 2020 }, { year: 2024 }, { year: 2022 }], '0 1 2'],
    ['never of two DOIs', [{ doi: '10.1000/a' }, { doi: '10.1000/b' }], '0 | 1'],
    ['never of two DOIs with one arXiv id', [{ doi: '10.1000/a', arxiv: '2205.14135' }, { doi: '10.1000/b', arxiv: '2205.14135' }], '0 | 1'],
    ['never of two DOIs through one without', [{ doi: '10.1000/b' }, {}, { doi: '10.1000/a' }], '0 | 1 2'],
    ['of the DOI with its arXiv id', [{ doi: '10.1000/a' }, { arxiv: '2205.14135' }, { doi: '10.1000/b', arxiv: '2205.14135', title: 'X' }], '0 | 1 2'],
    ['of the DOI nearest in years', [{ doi: '10.1000/a', year: 2020 }, { year: 2022 }, { doi: '10.1000/b', year: 2022 }], '0 | 1 2'],
    ['across arXiv’s and a publisher’s DOI', [{ doi: '10.48550/arXiv.2205.14135' }, { doi: '10.1000/a' }], '0 1'],
    ['without a year where there is no choice', [{ year: 2020 }, { year: 2022 }, { year: undefined }], '0 1 2'],
    ['not without a year where there is one', [{ year: 2010 }, { year: 2022 }, { year: undefined }], '0 | 1 | 2'],
    ['both without a year', [{ year: 2010 }, { year: 2022 }, { year: undefined }, { year: undefined }], '0 | 1 | 2 3'],
    ['without authors, by title and abstract', [nobody, { abstract: 'Whole  WORDS', year: 1990 }], '0 1'],
    ['not without authors, by title alone', [nobody, { authors: [], abstract: '' }, { authors: [], abstract: '' }], '0 | 1 | 2'],
    ['by editors where there are no authors', [{ authors: [], editors: [{ family: 'Li' }] }, named('Li')], '0 1'],
    ['not by a title that says nothing', [{ title: 'Editorial.', venue: 'J', year: 2020 }, { title: 'Editorial', venue: 'J', year: 2021 }, { title: 'Editorial', venue: 'K', year: 2020 }], '0 | 1 | 2'],
    ['by a title that says nothing where all else is the same', [{ title: 'Preface', venue: 'J', fields: { pages: '1--2' } }, { title: 'Preface', venue: 'J', fields: { pages: '1-2' } }], '0 1'],
    ['not by titles that differ in C, C++ and C#', [{ title: 'Recipes in C' }, { title: 'Recipes in C++' }, { title: 'Recipes in C#' }, { title: 'Recipes in c++' }], '0 | 1 3 | 2'],
    ['not of the volumes of a book', [{ type: 'book', fields: { volume: '1' } }, { type: 'book', fields: { volume: '2' } }, { type: 'book', fields: { volume: '{1}' } }], '0 2 | 1'],
    ['by a book’s title whatever its number in a series', [{ type: 'book', fields: { volume: '1', series: 'LNCS' } }, { type: 'book' }], '0 1'],
    ['not of the chapters of a book', [{ type: 'chapter', fields: { chapter: '1' } }, { type: 'chapter', fields: { chapter: '2' } }], '0 | 1'],
    ['by title whatever the volume of a journal', [{ fields: { volume: '1' } }, { fields: { volume: '2' } }], '0 1'],
    ['not without a title', [{ title: '…' }, { title: '' }], '0 | 1'],
  ]; // prettier-ignore
  for (const [what, facts, expected] of cases) {
    it(what, () => {
      const records = facts.map((given) => changed(record({ title }), given));
      expect(groups(records)).to.equal(expected);
    });
  }

  it('is found quickly among many that look alike', () => {
    const records = Array.from({ length: 21_000 }, (_, at) =>
      record({
        title: 'Reply to Smith',
        authors: [{ family: 'Smith' }],
        year: 2000 + (at % 30),
        ...(at % 3 > 0 && { doi: `10.1000/${at}` }),
      }),
    );
    expect(samePaper(records.map(paperIdentity))).to.have.length(14_000);
  });

  describe('in any small world', function () {
    this.timeout(30_000);
    const seeded = { seed: 20260302, numRuns: 2000 };
    const world = fc.array(anyRecord.map(paperIdentity), { minLength: 1, maxLength: 9 });

    it('is told by ties within it, never of two DOIs, and is all that may be', () => {
      fc.assert(
        fc.property(world, (records) => {
          const papers = samePaper(records);
          expect(papers.flat().sort((one, other) => one - other)).to.eql([...records.keys()]);
          const doiOf = (paper: readonly number[]): readonly string[] => [
            ...new Set(paper.map((at) => records[at]!.doi).filter((doi) => doi !== undefined)),
          ];
          for (const paper of papers) {
            expect(doiOf(paper).length).to.be.at.most(1);
            const reached = [paper[0]!];
            for (const one of reached) {
              for (const other of paper)
                if (!reached.includes(other) && areTied(records, one, other)) reached.push(other);
            }
            expect(reached).to.have.length(paper.length);
          }
          for (const [at, paper] of papers.entries()) {
            for (const another of papers.slice(at + 1)) {
              const tied = paper.some((one) => another.some((other) => areTied(records, one, other)));
              if (tied) expect(doiOf([...paper, ...another])).to.have.length(2);
            }
          }
        }),
        seeded,
      );
    });

    it('is the same in any order', () => {
      fc.assert(
        fc.property(
          world.chain((records) =>
            fc.tuple(
              fc.constant(records),
              fc.shuffledSubarray([...records.keys()], { minLength: records.length, maxLength: records.length }),
            ),
          ),
          ([records, order]) => {
            const sorted = (papers: readonly (readonly number[])[]): string[] =>
              papers.map((paper) => [...paper].sort((one, other) => one - other).join(' ')).sort();
            const shuffled = samePaper(order.map((at) => records[at]!)).map((paper) => paper.map((at) => order[at]!));
            expect(sorted(shuffled)).to.eql(sorted(samePaper(records)));
          },
        ),
        seeded,
      );
    });
  });
});

/** The rule's first half for two records, word by word. */
function areTied(records: readonly PaperIdentity[], at: number, otherAt: number): boolean {
  const [one, other] = [records[at]!, records[otherAt]!];
  if (one.doi !== undefined && one.doi === other.doi) return true;
  if (one.arxiv !== undefined && one.arxiv === other.arxiv) return true;
  if (one.title === '' || one.title !== other.title) return false;
  if (one.family === '' || other.family === '') {
    const words = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');
    return words(one.abstract) !== '' && words(one.abstract) === words(other.abstract);
  }
  if (one.family !== other.family) return false;
  if (one.year !== undefined && other.year !== undefined) return Math.abs(one.year - other.year) <= 2;
  if (one.year === other.year) return true;
  const years = records
    .filter(({ title, family }) => title === one.title && family === one.family)
    .map(({ year }) => year)
    .filter((year) => year !== undefined)
    .sort((year, later) => year - later);
  return years.every((year, place) => place === 0 || year - years[place - 1]! <= 2);
}
