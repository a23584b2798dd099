import fc from 'fast-check';
import type { LibrarySource, SourceKind } from '../../src/core/libraryMember';
import type { PaperRecord } from '../../src/core/paper';

/** A record that has what the test names, and a title. */
export function record(facts: Partial<PaperRecord> & { readonly title: string }): PaperRecord {
  const abstract = facts.abstract ?? '';
  return {
    abstract,
    source: { title: facts.title, abstract },
    authors: [{ given: 'Tri', family: 'Dao' }],
    year: 2022,
    type: 'article',
    topics: [],
    links: [],
    ...facts,
  };
}

/** A record without the fields that are there and say nothing. */
export function withoutUndefined(value: PaperRecord): PaperRecord {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as unknown as PaperRecord;
}

/** What a test changes of a record; `undefined` takes a field away. */
export type Facts = { readonly [Field in keyof PaperRecord]?: PaperRecord[Field] | undefined };

/** A record with some facts changed and some taken away. */
export function changed(whole: PaperRecord, facts: Facts): PaperRecord {
  return withoutUndefined({ ...whole, ...facts } as PaperRecord);
}

/** A source with its records. */
export type Shelf = LibrarySource & { readonly records: readonly PaperRecord[] };

const sometimes = <T>(...values: readonly T[]): fc.Arbitrary<T | undefined> =>
  fc.oneof(fc.constant(undefined), fc.constantFrom(...values));

/** Records of so small a world that they are ever again the same paper, half the same, and in each other's way. */
export const anyRecord: fc.Arbitrary<PaperRecord> = fc
  .record({
    key: sometimes('a', 'b', 'c', 'a~2'),
    title: fc.constantFrom('Häse & Co', 'HASE CO', 'Hase-Co', 'Another', 'A $5 title', ''),
    abstract: fc.constantFrom('', 'Some words.', 'some WORDS', 'Some words, and a few more.'),
    family: fc.constantFrom('', 'Dao', 'van den Broeck', 'Broeck', 'Müller'),
    given: sometimes('T.', 'Tri'),
    year: sometimes(2016, 2018, 2019, 2020, 2021, 2023),
    doi: sometimes('10.1000/a', '10.1000/B', '10.1000/c', '10.48550/arXiv.2205.00001', 'no doi'),
    arxiv: sometimes('2205.00001', '2205.00001v2', '2205.00002', 'cs.LG/0112017'),
    venue: sometimes('NeurIPS', 'arXiv preprint', 'ICML'),
    keywords: sometimes<readonly string[]>(['Fast', 'small'], ['fast']),
    topics: fc.constantFrom<readonly string[]>([], ['Mine']),
  })
  .map(({ family, given, ...facts }) => {
    const authors = family === '' ? [] : [{ ...(given !== undefined && { given }), family }];
    return changed(record({ title: '' }), {
      ...facts,
      source: { title: facts.title, abstract: facts.abstract },
      authors,
    });
  });

const kinds: readonly SourceKind[] = ['project', 'user', 'bundled'];

/** A few sources, each with an address of its own. */
export const anyShelves: fc.Arbitrary<readonly Shelf[]> = fc
  .array(fc.record({ kind: fc.constantFrom(...kinds), records: fc.array(anyRecord, { minLength: 1, maxLength: 4 }) }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((shelves) => shelves.map((shelf, index) => ({ ...shelf, uri: `file:///${'dbca'[index]}.bib` })));
