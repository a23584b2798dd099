import { normalizeArxiv, normalizeDoi } from '../identifiers';
import type { Author, LinkKind, PaperLink, PaperRecord, PaperText, PaperType } from '../paper';
import type { Problem } from '../problem';
import type { LibraryFormat, ParsedLibrary } from './libraryFormat';

/** The papers that come with Paperside: a JSON list of whole records, as `npm run corpus` writes them. */
export const papersideCorpus: LibraryFormat = {
  id: 'paperside-corpus',

  detect(path, head) {
    return /\.json$/i.test(path) && /^\uFEFF?\s*\[\s*\{\s*"id":\s*"[^"]*",\s*"key":\s*"/u.test(head);
  },

  parse(text): ParsedLibrary {
    const list = parsedList(text);
    if (typeof list === 'string') return { papers: [], problems: [problem('broken-json', list, 0)] };
    const papers: PaperRecord[] = [];
    const problems: Problem[] = [];
    list.forEach((value, at) => {
      const record = paperRecord(value);
      if (record) papers.push(record);
      else
        problems.push(
          problem('broken-record', `Record ${at + 1} is not a whole paper, so it was left out.`, lineOf(text, value)),
        );
    });
    return { papers, problems };
  },
};

function problem(code: string, message: string, line: number): Problem {
  return { code, severity: 'error', message, line, column: 0 };
}

function parsedList(text: string): readonly unknown[] | string {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/u, ''));
    return Array.isArray(value) ? value : 'The file holds no list of papers.';
  } catch (error) {
    return `The file is not valid JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** The line of a record by its id, where it has one that tells it apart. */
function lineOf(text: string, value: unknown): number {
  const id = isObject(value) ? value['id'] : undefined;
  const at = typeof id === 'string' ? text.indexOf(`"id": ${JSON.stringify(id)}`) : -1;
  return at < 0 ? 0 : text.slice(0, at).split('\n').length - 1;
}

/** A record as the library knows it, without what it does not know; nothing where a part that it needs is missing. */
function paperRecord(value: unknown): PaperRecord | undefined {
  if (!isObject(value)) return undefined;
  const {
    key,
    title,
    abstract,
    source,
    markup,
    authors,
    year,
    month,
    type,
    venue,
    doi,
    arxiv,
    primaryClass,
    topics,
    links,
  } = value;
  const named = listOf(authors, author);
  const linked = listOf(links, link);
  if (!isText(title) || title === '' || !isText(abstract) || !isPaperText(source) || !named || !linked)
    return undefined;
  if (!isText(key) || !/^[a-z0-9]+$/.test(key) || !isPaperType(type) || !isListOfText(topics)) return undefined;
  if (markup !== undefined && !isPaperText(markup)) return undefined;
  if (year !== undefined && !isWhole(year, 0, 9999)) return undefined;
  if (month !== undefined && !isWhole(month, 1, 12)) return undefined;
  if (venue !== undefined && !isText(venue)) return undefined;
  if (primaryClass !== undefined && !isText(primaryClass)) return undefined;
  const identifiers = { arxiv: normalized(arxiv, normalizeArxiv), doi: normalized(doi, normalizeDoi) };
  if (identifiers.arxiv === null || identifiers.doi === null) return undefined;
  return {
    key,
    title,
    abstract,
    source: { title: source.title, abstract: source.abstract },
    ...(markup && { markup: { title: markup.title, abstract: markup.abstract } }),
    authors: named,
    ...(year !== undefined && { year }),
    ...(month !== undefined && { month }),
    type,
    ...(venue !== undefined && { venue }),
    ...(identifiers.doi !== undefined && { doi: identifiers.doi }),
    ...(identifiers.arxiv !== undefined && { arxiv: identifiers.arxiv }),
    ...(primaryClass !== undefined && { primaryClass }),
    topics,
    links: linked,
  };
}

/** Absent stays absent; what is there and no identifier is `null`. */
function normalized(value: unknown, normalize: (text: string) => string | undefined): string | undefined | null {
  if (value === undefined) return undefined;
  return (isText(value) ? normalize(value) : undefined) ?? null;
}

function author(value: unknown): Author | undefined {
  if (!isObject(value)) return undefined;
  const { given, family } = value;
  if (!isText(family) || family === '' || (given !== undefined && !isText(given))) return undefined;
  return { ...(given !== undefined && { given }), family };
}

const linkKinds: readonly unknown[] = ['arxiv', 'pdf', 'doi', 'code', 'project'] satisfies LinkKind[];

function link(value: unknown): PaperLink | undefined {
  if (!isObject(value)) return undefined;
  const { kind, url } = value;
  if (!isLinkKind(kind) || !isText(url) || !/^https?:\/\/[^\s"<>]+$/i.test(url)) return undefined;
  return { kind, url };
}

function isLinkKind(value: unknown): value is LinkKind {
  return linkKinds.includes(value);
}

const paperTypes: readonly unknown[] = [
  'article', 'article-journal', 'paper-conference', 'thesis', 'report', 'book', 'chapter', 'software', 'dataset',
  'webpage', 'document',
] satisfies PaperType[]; // prettier-ignore

function isPaperType(value: unknown): value is PaperType {
  return paperTypes.includes(value);
}

function isPaperText(value: unknown): value is PaperText {
  return isObject(value) && isText(value['title']) && isText(value['abstract']);
}

/** Every item as what it is; nothing where one of them is not. */
function listOf<T>(value: unknown, read: (item: unknown) => T | undefined): T[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const items = value.map(read);
  return items.every((item) => item !== undefined) ? items : undefined;
}

function isListOfText(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isText);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
}
