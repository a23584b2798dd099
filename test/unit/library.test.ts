import { expect } from 'chai';
import fc from 'fast-check';
import { Library, type LibraryDelta, paperRow } from '../../src/core/library';
import type { LibrarySource } from '../../src/core/libraryMember';
import type { PaperRecord } from '../../src/core/paper';
import { anyRecord, anyShelves, changed, record, type Shelf } from './libraryRecords';

const a: LibrarySource = { uri: 'file:///a', kind: 'user' };
const b: LibrarySource = { uri: 'file:///b', kind: 'user' };
const project: LibrarySource = { uri: 'file:///project.bib', kind: 'project' };
const bundled: LibrarySource = { uri: 'file:///bundled.json', kind: 'bundled' };

const flash = record({ title: 'FlashAttention', arxiv: '2205.14135' });
const other = record({ title: 'FlashAttention: another', doi: '10.1000/x' });

const ids = ({ removed, added, renamed }: LibraryDelta): string =>
  `- ${removed.join(' ')} + ${added.map(({ id }) => id).join(' ')} > ${renamed.map(({ from, to }) => `${from} ${to}`).join(' ')}`;

const libraryOf = (...shelves: readonly (readonly [LibrarySource, readonly PaperRecord[]])[]): Library => {
  const library = new Library();
  for (const [source, records] of shelves) library.replaceSource(source, records);
  return library;
};

describe('Library', () => {
  it('gives papers ids, and keys that differ within a file', () => {
    const library = libraryOf([
      a,
      [flash, other, record({ title: 'Häse & co', key: 'own' }), record({ title: 'Zeta' })],
    ]);
    expect(library.papers().map(({ id, key }) => `${id} ${key}`)).to.eql([
      'arxiv:2205.14135 dao2022flashattention',
      'doi:10.1000/x dao2022flashattentiona',
      'file:///a#own own',
      'file:///a#~5exd7n dao2022zeta',
    ]);
  });

  it('keeps the id of an entry without key or identifier when others come before it', () => {
    const library = libraryOf([a, [record({ title: 'Zeta' })]]);
    const { id } = library.papers()[0]!;
    library.replaceSource(a, [record({ title: 'Eta' }), record({ title: 'Zeta' })]);
    expect(library.get(id)?.title).to.equal('Zeta');
    expect(library.resolve(id)).to.equal(id);
  });

  it('tells entries apart that share a key', () => {
    const library = libraryOf([a, ['One', 'Two', 'Three'].map((title) => record({ title, key: 'k' }))]);
    expect(library.papers().map(({ id, key }) => `${id} ${key}`)).to.eql([
      'file:///a#k k',
      'file:///a#k~2 k',
      'file:///a#k~3 k',
    ]);
  });

  it('tells what a change removed and added', () => {
    const library = new Library();
    expect(ids(library.replaceSource(a, [flash]))).to.equal('-  + arxiv:2205.14135 > ');
    expect(ids(library.replaceSource(a, [other]))).to.equal('- arxiv:2205.14135 + doi:10.1000/x > ');
    expect(ids(library.replaceSource(b, [other])), 'a further source').to.equal('- doi:10.1000/x + doi:10.1000/x > ');
    expect(ids(library.replaceSource(a, []))).to.equal('- doi:10.1000/x + doi:10.1000/x > ');
    expect(ids(library.replaceSource(b, []))).to.equal('- doi:10.1000/x +  > ');
    expect(library.size).to.equal(0);
    expect(library.sources).to.eql([]);
  });

  it('keeps papers that a change does not touch as they are, and names them in no change', () => {
    const records = Array.from({ length: 50 }, (_, at) => record({ title: `Paper ${at}`, key: `k${at}` }));
    const library = libraryOf([a, records]);
    const before = library.papers();
    const version = library.version;
    expect(ids(library.replaceSource(a, structuredClone(records)))).to.equal('-  +  > ');
    expect(library.version).to.equal(version);
    const edited = records.with(20, { ...records[20]!, year: 1999 });
    expect(ids(library.replaceSource(a, structuredClone(edited)))).to.equal('- file:///a#k20 + file:///a#k20 > ');
    expect(library.version).to.be.above(version);
    library.papers().forEach((paper, at) => expect(paper === before[at], paper.id).to.equal(at !== 20));
  });

  it('shows a paper of several sources once, with its key in each', () => {
    const library = libraryOf(
      [bundled, [{ ...flash, key: 'dao2022flashattention' }]],
      [b, [{ ...flash, key: 'mine' }]],
      [project, [record({ title: 'Flash Attention', key: 'ours', year: 2023 })]],
    );
    expect(library.papers()).to.have.length(1);
    expect(library.get('arxiv:2205.14135')).to.deep.include({
      key: 'ours',
      sources: [
        { uri: project.uri, key: 'ours' },
        { uri: b.uri, key: 'mine' },
        { uri: bundled.uri, key: 'dao2022flashattention' },
      ],
    });
    library.replaceSource(project, []);
    expect(library.get('arxiv:2205.14135')?.key).to.equal('mine');
  });

  it('prefers a key that a file gives to one made for a file without keys', () => {
    const library = libraryOf([a, [flash]], [bundled, [{ ...flash, key: 'given' }]]);
    expect(library.papers().map(({ key }) => key)).to.eql(['given']);
  });

  it('lists papers by the order of their sources, whichever came first', () => {
    const library = libraryOf(
      [bundled, [record({ title: 'D' })]],
      [b, [record({ title: 'C' })]],
      [a, [record({ title: 'B' })]],
      [project, [record({ title: 'A' })]],
    );
    expect(library.papers().map(({ title }) => title)).to.eql(['A', 'B', 'C', 'D']);
  });

  it('says what each source says otherwise', () => {
    const library = libraryOf(
      [project, [record({ ...flash, key: 'ours', title: 'Flash Attention', venue: 'NeurIPS' })]],
      [b, [{ ...flash, key: 'mine', year: 2021, abstract: 'Words\nand more.' }]],
    );
    expect(library.readings('arxiv:2205.14135')).to.eql([
      { uri: project.uri, kind: 'project', key: 'ours', line: 0, differences: [] },
      {
        uri: b.uri,
        kind: 'user',
        key: 'mine',
        line: 0,
        differences: [
          { field: 'title', value: 'FlashAttention' },
          { field: 'year', value: '2021' },
        ],
      },
    ]);
    expect(library.readings('nothing')).to.eql([]);
  });

  it('reduces a paper to its row', () => {
    const library = libraryOf([a, [{ ...flash, topics: ['Attention'] }]]);
    expect(library.papers().map(paperRow)).to.eql([
      {
        id: 'arxiv:2205.14135',
        key: 'dao2022flashattention',
        title: 'FlashAttention',
        authors: 'Dao',
        year: 2022,
        hasArxiv: true,
      },
    ]);
  });

  it('knows where the entry of each source begins, also when it has moved', () => {
    const library = new Library();
    const line = (id: string): readonly number[] => library.readings(id).map((reading) => reading.line);
    library.replaceSource(a, [flash, other], [3, 17]);
    library.replaceSource(b, [{ ...flash, key: 'mine' }], [8]);
    expect(line('arxiv:2205.14135')).to.eql([3, 8]);
    expect(ids(library.replaceSource(a, structuredClone([flash, other]), [4, 18])), 'a line above').to.equal(
      '-  +  > ',
    );
    expect(line('arxiv:2205.14135')).to.eql([4, 8]);
    library.replaceSource(a, structuredClone([other, flash]), [4, 11]);
    expect(line('arxiv:2205.14135')).to.eql([11, 8]);
    library.replaceSource(a, structuredClone([flash]));
    expect(line('arxiv:2205.14135'), 'from a format that does not tell').to.eql([0, 8]);
  });

  it('says that a source names not all authors', () => {
    const fu = { family: 'Fu' };
    const library = libraryOf(
      [project, [{ ...flash, authors: [...flash.authors, fu] }]],
      [b, [{ ...flash, andOthers: true }]],
    );
    expect(library.readings('arxiv:2205.14135').map(({ differences }) => differences)).to.eql([
      [],
      [{ field: 'authors', value: 'Tri Dao, et al.' }],
    ]);
  });

  it('says in a row that there are others', () => {
    const library = libraryOf([a, [{ ...flash, andOthers: true }]]);
    expect(library.papers().map((paper) => paperRow(paper).authors)).to.eql(['Dao et al.']);
  });

  describe('follows an id', () => {
    const bare = record({ title: 'Zeta', key: 'z' });
    const steps: readonly (readonly [what: string, before: PaperRecord, after: PaperRecord, id: string])[] = [
      ['that gains a DOI', bare, { ...bare, doi: '10.1000/z' }, 'doi:10.1000/z'],
      ['that gains an arXiv id', bare, { ...bare, arxiv: '2205.00001v3' }, 'arxiv:2205.00001'],
      [
        'from a DOI to an arXiv id',
        { ...bare, doi: '10.1000/z' },
        { ...bare, arxiv: '2205.00001' },
        'arxiv:2205.00001',
      ],
      ['whose DOI is corrected', { ...bare, doi: '10.1000/z' }, { ...bare, doi: '10.1000/zz' }, 'doi:10.1000/zz'],
      ['that loses its DOI', { ...bare, doi: '10.1000/z' }, bare, 'file:///a#z'],
      ['whose key changes', bare, { ...bare, key: 'zeta' }, 'file:///a#zeta'],
    ];
    for (const [what, before, after, id] of steps) {
      it(what, () => {
        const library = libraryOf([a, [before]]);
        const [old] = library.papers();
        const { renamed } = library.replaceSource(a, [after]);
        expect(renamed).to.eql([{ from: old!.id, to: id }]);
        expect(library.resolve(old!.id)).to.equal(id);
        expect(library.get(old!.id)?.id).to.equal(id);
        library.replaceSource(a, [before]);
        expect(library.resolve(old!.id), 'and back').to.equal(old!.id);
        expect(library.resolve(id), 'and back').to.equal(old!.id);
      });
    }

    it('through every letter of a key that is typed', () => {
      const library = libraryOf([a, [record({ title: 'Zeta', key: 'z' })]]);
      for (const key of ['ze', 'zet', 'zeta', 'zet', 'zeta', 'zeta1']) {
        library.replaceSource(a, [record({ title: 'Zeta', key })]);
      }
      for (const key of ['z', 'ze', 'zet', 'zeta'])
        expect(library.resolve(`file:///a#${key}`)).to.equal('file:///a#zeta1');
    });

    it('after a restart, as long as some source still gives it', () => {
      const library = libraryOf(
        [a, [{ ...bare, doi: '10.1000/z', arxiv: '2205.00001' }]],
        [project, [{ ...bare, key: 'p' }]],
      );
      const spellings = ['doi:10.1000/Z', 'arXiv:2205.00001v2', 'file:///a#z', 'https://arxiv.org/abs/2205.00001'];
      for (const id of [...spellings, `${project.uri}#p`]) expect(library.resolve(id), id).to.equal('arxiv:2205.00001');
    });

    it('into a paper that it turns out to be', () => {
      const library = libraryOf([a, [bare]]);
      library.replaceSource(project, [{ ...bare, key: 'p' }]);
      expect(library.resolve('file:///a#z')).to.equal(`${project.uri}#p`);
    });

    it('but not to another paper that takes its place', () => {
      const library = libraryOf([a, [bare]]);
      expect(library.replaceSource(a, [record({ title: 'Eta', key: 'e' })]).renamed).to.eql([]);
      expect(library.resolve('file:///a#z')).to.equal(undefined);
    });
  });

  describe('whatever the sources', function () {
    this.timeout(30_000);
    const seeded = { seed: 20260301, numRuns: 500 };
    const load = (library: Library, shelves: readonly Shelf[]): void =>
      shelves.forEach(({ records, ...source }) => void library.replaceSource(source, records));

    it('holds the same papers in whichever order they come', () => {
      fc.assert(
        fc.property(anyShelves, anyShelves, fc.infiniteStream(fc.nat()), (shelves, earlier, random) => {
          const straight = new Library();
          load(straight, shelves);
          const crooked = new Library();
          load(crooked, earlier);
          const [...numbers] = random.take(shelves.length);
          load(
            crooked,
            shelves
              .map((shelf, at) => ({ shelf, number: numbers[at]! }))
              .sort((one, two) => one.number - two.number)
              .map(({ shelf }) => shelf),
          );
          const present = new Set(shelves.map(({ uri }) => uri));
          for (const { uri, kind } of earlier) if (!present.has(uri)) crooked.replaceSource({ uri, kind }, []);
          expect(crooked.papers()).to.deep.equal(straight.papers());
        }),
        seeded,
      );
    });

    it('holds after every edit what it would hold afresh', () => {
      const edit = fc.record({ shelf: fc.nat(), place: fc.nat(), entry: anyRecord, keepsKey: fc.boolean() });
      fc.assert(
        fc.property(anyShelves, fc.array(edit, { minLength: 1, maxLength: 5 }), (shelves, edits) => {
          const library = new Library();
          load(library, shelves);
          const now = [...shelves];
          for (const { shelf: number, place, entry, keepsKey } of edits) {
            const at = number % now.length;
            const { records, ...source } = now[at]!;
            const old = records[place % records.length]!;
            const edited = keepsKey ? changed(entry, { key: old.key }) : entry;
            now[at] = { ...source, records: records.with(place % records.length, edited) };
            load(library, [now[at]]);
            const afresh = new Library();
            load(afresh, now);
            expect(library.papers()).to.deep.equal(afresh.papers());
          }
        }),
        seeded,
      );
    });

    it('gives every paper an id of its own under which it is found', () => {
      fc.assert(
        fc.property(anyShelves, (shelves) => {
          const library = new Library();
          load(library, shelves);
          expect(new Set(library.papers().map(({ id }) => id)).size).to.equal(library.size);
          for (const paper of library.papers()) expect(library.get(paper.id)).to.equal(paper);
        }),
        seeded,
      );
    });

    it('tells of every change, and of nothing else', () => {
      fc.assert(
        fc.property(anyShelves, anyShelves, (earlier, later) => {
          const library = new Library();
          const mirror = new Map<string, unknown>();
          for (const { records, ...source } of [...earlier, ...later]) {
            const { removed, added } = library.replaceSource(source, records);
            for (const { id, ...paper } of added) {
              expect({ id, ...paper }).to.not.deep.equal(mirror.get(id));
              expect(removed.includes(id)).to.equal(mirror.has(id));
            }
            for (const id of removed) expect(mirror.delete(id), id).to.equal(true);
            for (const paper of added) mirror.set(paper.id, paper);
            expect([...mirror.keys()].sort()).to.eql(
              library
                .papers()
                .map(({ id }) => id)
                .sort(),
            );
            for (const paper of library.papers()) expect(mirror.get(paper.id)).to.equal(paper);
          }
        }),
        seeded,
      );
    });

    it('lets every id it gave lead on while one of its entries is there', () => {
      const entriesOf = (library: Library): ReadonlyMap<string, number> => {
        const entries = new Map<string, number>();
        for (const { uri, key } of library.papers().flatMap(({ sources }) => sources)) {
          entries.set(`${uri} ${key}`, (entries.get(`${uri} ${key}`) ?? 0) + 1);
        }
        return entries;
      };
      let checked = 0;
      fc.assert(
        fc.property(anyShelves, anyShelves, (earlier, later) => {
          const library = new Library();
          load(library, earlier);
          for (const shelf of later) {
            const [papers, before] = [library.papers(), entriesOf(library)];
            load(library, [shelf]);
            const after = entriesOf(library);
            for (const { id, sources } of papers) {
              const entries = sources.map(({ uri, key }) => `${uri} ${key}`);
              if (!entries.some((entry) => before.get(entry) === 1 && after.get(entry) === 1)) continue;
              expect(library.get(id), id).to.not.equal(undefined);
              checked++;
            }
          }
        }),
        seeded,
      );
      expect(checked).to.be.above(500);
    });
  });
});
