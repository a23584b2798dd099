import type { Author, PaperId, PaperRecord } from './paper';
import { foldDiacritics } from './text';

const stopWords = new Set(
  'a an the on of in for to from with by at as and or is are via towards toward beyond'.split(' '),
);

/** What a citation key is made of. */
export type KeyedRecord = Pick<PaperRecord, 'authors' | 'editors' | 'year' | 'title'>;

/**
 * The citation key of a paper, before keys of one source are told apart: family name of the first author (else of the
 * first editor, else `anon`), year (else `nd`) and the first telling word of the title: `dao2022flashattention`.
 * Always of a–z and 0–9.
 */
export function citationKey(record: KeyedRecord): string {
  const family = letters(record.authors[0]) || letters(record.editors?.[0]) || 'anon';
  return `${family}${record.year ?? 'nd'}${firstWord(record.title)}`;
}

/**
 * Keys for the papers of one source. Of papers whose keys are equal the first, in order of paper id, keeps it bare;
 * the others get `a`, `b`, … `z`, `aa`. A key that a suffix makes equal to another's is passed over.
 */
export function assignCitationKeys(papers: readonly (KeyedRecord & { readonly id: PaperId })[]): Map<PaperId, string> {
  const inOrder = [...papers]
    .map((paper) => ({ id: paper.id, key: citationKey(paper) }))
    .sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0));
  const bare = new Set(inOrder.map(({ key }) => key));
  const taken = new Set<string>();
  const suffixes = new Map<string, number>();
  const keys = new Map<PaperId, string>();
  for (const { id, key } of inOrder) {
    if (keys.has(id)) continue;
    let unique = key;
    while (taken.has(unique)) {
      const next = suffixes.get(key) ?? 0;
      suffixes.set(key, next + 1);
      const suffixed = key + letterSuffix(next);
      if (!bare.has(suffixed)) unique = suffixed;
    }
    taken.add(unique);
    keys.set(id, unique);
  }
  return keys;
}

function letters(author: Author | undefined): string {
  return author ? plainLetters(author.family) : '';
}

function plainLetters(text: string): string {
  return foldDiacritics(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');
}

function firstWord(title: string): string {
  return (
    title
      .split(/[\s–—]+/u)
      .map(plainLetters)
      .find((word) => word !== '' && !stopWords.has(word)) ?? ''
  );
}

/** What tells the papers of one key apart: 0 → `a`, 25 → `z`, 26 → `aa`. */
export function letterSuffix(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : letterSuffix(Math.floor(index / 26) - 1) + letter;
}
