import type { Author, Paper } from '../paper';
import { ByteReader } from './packed/byteReader';
import { ByteWriter } from './packed/byteWriter';

/** What the index keeps of a paper beside its words: what rows and reasons show. */
export type ShownPaper = Pick<
  Paper,
  'id' | 'key' | 'title' | 'authors' | 'andOthers' | 'editors' | 'year' | 'venue' | 'arxiv'
>;

/** All of it but the year, as texts with their lengths, absent ones empty. */
export function writeShownPaper(paper: ShownPaper): Uint8Array {
  const writer = new ByteWriter();
  writer.text(paper.id);
  writer.text(paper.key);
  writer.text(paper.title);
  writer.text(paper.venue ?? '');
  writer.text(paper.arxiv ?? '');
  writer.varint(paper.andOthers ? 1 : 0);
  writePeople(writer, paper.authors);
  writePeople(writer, paper.editors ?? []);
  return writer.written;
}

/** The paper that `writeShownPaper` wrote at an offset, with its year. */
export function readShownPaper(bytes: Uint8Array, at: number, year: number | undefined): ShownPaper {
  const reader = new ByteReader(bytes, at);
  const [id, key, title, venue, arxiv] = [reader.text(), reader.text(), reader.text(), reader.text(), reader.text()];
  const andOthers = reader.varint() === 1;
  const authors = readPeople(reader);
  const editors = readPeople(reader);
  return {
    id,
    key,
    title,
    authors,
    ...(andOthers && { andOthers }),
    ...(editors.length > 0 && { editors }),
    ...(year !== undefined && { year }),
    ...(venue !== '' && { venue }),
    ...(arxiv !== '' && { arxiv }),
  };
}

/** The id alone. */
export function readShownId(bytes: Uint8Array, at: number): string {
  return new ByteReader(bytes, at).text();
}

function writePeople(writer: ByteWriter, people: readonly Author[]): void {
  writer.varint(people.length);
  for (const { family, given } of people) {
    writer.text(family);
    writer.text(given ?? '');
  }
}

function readPeople(reader: ByteReader): readonly Author[] {
  return Array.from({ length: reader.varint() }, () => {
    const family = reader.text();
    const given = reader.text();
    return given === '' ? { family } : { family, given };
  });
}
