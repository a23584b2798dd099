import type { PaperId, PaperRecord } from './paper';

// arXiv's two schemes: YYMM.NNNN(N) since April 2007, archive[.SC]/YYMMNNN before (info.arxiv.org/help/arxiv_identifier).
const newScheme = String.raw`\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}`;
const oldScheme = String.raw`[a-z]+(?:-[a-z]+)*(?:\.[a-z]{2})?/\d{2}(?:0[1-9]|1[0-2])\d{3}`;
const arxivPrefix = String.raw`(?:arxiv:\s*|(?:https?://)?(?:[a-z]+\.)*arxiv\.org/[a-z]+/|(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?10\.48550/arxiv\.)?`;
const arxivPattern = new RegExp(`^${arxivPrefix}(${newScheme}|${oldScheme})(?:v\\d+)?(?:\\.pdf)?(?:[?#].*)?/?$`, 'i');

/**
 * An arXiv identifier, bare and without its version: `arXiv:2205.14135v2` → `2205.14135`. Also reads addresses of
 * arXiv's pages, arXiv's own DOIs (`10.48550/arXiv.…`) and identifiers of before 2007 (`cs.LG/0112017` → `cs/0112017`).
 * @returns nothing where the text is no such identifier
 */
export function normalizeArxiv(text: string): string | undefined {
  const identifier = arxivPattern.exec(text.trim())?.[1]?.toLowerCase();
  // A subject class was once part of what people wrote, and never of the identifier.
  return identifier?.replace(/\.[a-z]{2}\//, '/');
}

const doiAddress = /^(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\//i;
// What links are followed by, `?utm_source=x`; some DOIs hold a question mark themselves.
const tracker = /[?#][\w-]+=.*$/u;
const doiPattern = /^(?:doi:?\s*)?(10\.\d{4,9}(?:\.\d+)*\/\S*[^\s.,;])[.,;]*$/i;

/**
 * A DOI, bare and in lower case: `https://doi.org/10.1145/3669940.3707256` → `10.1145/3669940.3707256`. Of an address
 * the escapes are read (`10.1016%2F…`); what ends the sentence around a DOI is no part of it.
 * @returns nothing where the text is no DOI
 */
export function normalizeDoi(text: string): string | undefined {
  const written = text.trim();
  const bare = doiAddress.test(written) ? unescaped(written.replace(doiAddress, '').replace(tracker, '')) : written;
  return doiPattern.exec(bare)?.[1]?.toLowerCase();
}

function unescaped(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address; // a `%` of its own
  }
}

/**
 * The name under which a paper is known for good, whichever file it came from.
 * @param fallback a name that is stable within its source, for a paper with neither identifier
 */
export function paperId(record: Pick<PaperRecord, 'arxiv' | 'doi'>, fallback: string): PaperId {
  const arxiv = record.arxiv === undefined ? undefined : normalizeArxiv(record.arxiv);
  if (arxiv !== undefined) return `arxiv:${arxiv}`;
  const doi = record.doi === undefined ? undefined : normalizeDoi(record.doi);
  if (doi !== undefined) return `doi:${doi}`;
  return fallback;
}

/** An id as the library spells it, from one that differs in case or names a version: `arXiv:2205.14135v2`. */
export function normalizePaperId(id: string): PaperId {
  const trimmed = id.trim();
  return paperId({ arxiv: trimmed, doi: trimmed }, trimmed);
}
