import { normalizeArxiv, normalizeDoi } from '../identifiers';
import { paperLinks } from '../links';
import type { Author, PaperRecord, PaperText, PaperType } from '../paper';
import { toOneLine } from '../text';
import { mapMarkedText, type MarkedText } from './markedText';
import type { PublicationDate } from './publicationDate';

/** What a format found out about one paper, before identifiers and texts have the library's one spelling. */
export interface RecordParts {
  readonly key?: string | undefined;
  readonly type: PaperType;
  readonly title: MarkedText;
  readonly abstract: MarkedText;
  /** The words exactly as the file has them. */
  readonly source: PaperText;
  readonly authors: readonly Author[];
  readonly andOthers?: boolean;
  readonly editors: readonly Author[];
  readonly date: PublicationDate;
  readonly venue?: string | undefined;
  /** Texts that may be a DOI, the surest first. */
  readonly dois: readonly (string | undefined)[];
  /** Texts that may be an arXiv id, the surest first. */
  readonly arxivs: readonly (string | undefined)[];
  /** Texts in which an arXiv id may stand after `arXiv:`, with the class behind it: notes. */
  readonly notes: readonly (string | undefined)[];
  readonly urls: readonly (string | undefined)[];
  readonly keywords: readonly string[];
  /** What else the file says. */
  readonly fields?: PaperRecord['fields'] | undefined;
}

type Mutable<T> = { -readonly [Name in keyof T]: T[Name] };

const preprintVenue = /^(?:arxiv|corr\b|computing research repository)/iu;

/**
 * A record with the library's spellings: identifiers bare, arXiv's own DOIs as arXiv ids, titles on one line. What was
 * published on arXiv alone is an `article` without a venue, whatever type its file gave it.
 */
export function paperRecordOf(parts: RecordParts): PaperRecord {
  const title = mapMarkedText(parts.title, toOneLine);
  const abstract = mapMarkedText(parts.abstract, paragraphs);
  const marked = title.markup !== undefined || abstract.markup !== undefined;
  const named = parts.dois.map((text) => normalizeDoi(text ?? ''));
  const linked = parts.urls.map((text) => normalizeDoi(text ?? ''));
  const doi = [...named, ...linked].find((one) => one !== undefined && normalizeArxiv(one) === undefined);
  const inNotes = [...parts.notes, parts.venue].map(arxivMention);
  const mention = inNotes.find((one) => one !== undefined);
  const arxiv =
    [...parts.arxivs, ...parts.dois, ...parts.urls]
      .map((text) => normalizeArxiv(text ?? ''))
      .find((one) => one !== undefined) ?? mention?.arxiv;
  const venue = toOneLine(parts.venue ?? '');
  const isPreprint = preprintVenue.test(venue);
  const keywords = [...new Set(parts.keywords.map(toOneLine))].filter((one) => one !== '');
  const { year, month } = parts.date;
  const links = paperLinks(
    { abstract: abstract.plain, ...(doi !== undefined && { doi }), ...(arxiv !== undefined && { arxiv }) },
    parts.urls.filter((url) => url !== undefined),
  );
  const record: Mutable<PaperRecord> = {
    title: title.plain,
    abstract: abstract.plain,
    source: parts.source,
    authors: parts.authors,
    type: isPreprint ? 'article' : parts.type,
    topics: [],
    links,
  };
  // Not by spreading what is there: behind a first spread, each further property costs a microsecond.
  if (parts.key !== undefined) record.key = parts.key;
  if (marked) record.markup = { title: markupOf(title), abstract: markupOf(abstract) };
  if (parts.andOthers) record.andOthers = true;
  if (parts.editors.length > 0) record.editors = parts.editors;
  if (year !== undefined) record.year = year;
  if (month !== undefined) record.month = month;
  if (venue !== '' && !isPreprint) record.venue = venue;
  if (doi !== undefined) record.doi = doi;
  if (arxiv !== undefined) record.arxiv = arxiv;
  if (mention?.primaryClass !== undefined && mention.arxiv === arxiv) record.primaryClass = mention.primaryClass;
  if (keywords.length > 0) record.keywords = keywords;
  if (parts.fields !== undefined) record.fields = parts.fields;
  return record;
}

function markupOf(text: MarkedText): string {
  return text.markup ?? text.plain.replaceAll('$', '\\$');
}

/** Hard line breaks are the file's, empty lines the author's. */
function paragraphs(text: string): string {
  if (!/[\r\n]/.test(text)) return toOneLine(text);
  return text
    .split(/(?:\r\n?|\n)[^\S\n\r]*(?:\r\n?|\n)\s*/u)
    .map(toOneLine)
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

/** The arXiv id in a volume of the Computing Research Repository, as DBLP writes it: `abs/1706.03762`. */
export function computingResearchRepository(volume: string | undefined): string | undefined {
  return volume?.startsWith('abs/') ? volume.slice(4) : undefined;
}

/** Classes that have no part behind a dot; `[cs]` alone, in Zotero's notes, is no class. */
const wholeClasses = 'gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math-ph|nucl-ex|nucl-th|quant-ph';
const mentioned = new RegExp(
  String.raw`arxiv:\s*([^\s,;()[\]]+)(?:\s*\[([a-z-]+\.[a-z-]{2,}|${wholeClasses})\])?`,
  'iu',
);

/** `arXiv:2205.14135v2 [cs.LG]`, as arXiv stamps it and Zotero keeps it in its notes. */
function arxivMention(text: string | undefined): { arxiv: string; primaryClass?: string } | undefined {
  const match = mentioned.exec(text ?? '');
  const arxiv = normalizeArxiv(match?.[1] ?? '');
  if (arxiv === undefined) return undefined;
  return match?.[2] === undefined ? { arxiv } : { arxiv, primaryClass: match[2] };
}
