import { normalizeArxiv, normalizeDoi } from './identifiers';
import type { LinkKind, PaperLink, PaperRecord } from './paper';

/** A web address found in running text. */
export interface FoundUrl {
  /** Offset of its first character. */
  readonly start: number;
  /** Offset after its last character. */
  readonly end: number;
  readonly url: string;
}

const longestUrl = 2000;

// The host comes first and whole: no user names (`https://github.com@evil.example`), no backslashes, no empty labels.
const label = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}_-]*[\p{L}\p{N}])?`;
const address = new RegExp(
  String.raw`(?<![\p{L}\p{N}_])https?://(?:${label}\.)+${label}(?::\d{1,5})?(?!\.?[\p{L}\p{N}_@:-])(?:[/?#][\p{L}\p{N}\-._~:/?#@!$&'()*+,;=%[\]]*)?`,
  'giu',
);

/**
 * The `http:` and `https:` addresses in running text, in order, without the punctuation of the sentence around them:
 * `Code (https://a.example/b_(c)).` gives `https://a.example/b_(c)`.
 */
export function findUrls(text: string): FoundUrl[] {
  const found: FoundUrl[] = [];
  if (!text.includes('://')) return found;
  for (const match of text.matchAll(address)) {
    const url = withoutTrailingPunctuation(match[0]);
    if (url.length > longestUrl) continue;
    found.push({ start: match.index, end: match.index + url.length, url });
  }
  return found;
}

const closing: Readonly<Record<string, string>> = { ')': '(', ']': '[' };

function withoutTrailingPunctuation(url: string): string {
  const open = { '(': count(url, '('), '[': count(url, '[') };
  const closed = { '(': count(url, ')'), '[': count(url, ']') };
  let end = url.length;
  for (; end > 0; end--) {
    const last = url.charAt(end - 1);
    const opener = closing[last];
    if (opener === '(' || opener === '[') {
      if (closed[opener] <= open[opener]) break;
      closed[opener]--;
    } else if (last === '(' || last === '[') {
      open[last]--;
    } else if (!".,;:!?'*~&".includes(last)) {
      break;
    }
  }
  return url.slice(0, end);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

// Where code, models and data sets live; every other address in an abstract is a project's page.
const codeHosts = ['github.com', 'gitlab.com', 'bitbucket.org', 'codeberg.org', 'huggingface.co', 'hf.co'];
const paperHosts = ['arxiv.org', 'doi.org'];

/**
 * A paper's links, each once: its arXiv page and PDF, its DOI, then code and project pages, the ones known beforehand
 * before those its abstract names.
 * @param known further addresses that belong to the paper; what is no web address is left out
 */
export function paperLinks(
  record: Pick<PaperRecord, 'arxiv' | 'doi' | 'abstract'>,
  known: readonly string[] = [],
): PaperLink[] {
  const links: PaperLink[] = [];
  const arxiv = record.arxiv === undefined ? undefined : normalizeArxiv(record.arxiv);
  const doi = record.doi === undefined ? undefined : normalizeDoi(record.doi);
  if (arxiv !== undefined) {
    links.push({ kind: 'arxiv', url: `https://arxiv.org/abs/${arxiv}` });
    links.push({ kind: 'pdf', url: `https://arxiv.org/pdf/${arxiv}` });
  }
  if (doi !== undefined) links.push({ kind: 'doi', url: `https://doi.org/${encodedPath(doi)}` });

  const seen = new Set<string>();
  const pages: Record<'code' | 'project', PaperLink[]> = { code: [], project: [] };
  for (const { url } of [...known.flatMap(findUrls), ...findUrls(record.abstract)]) {
    const kind = pageKind(url);
    const same = comparable(url);
    if (kind === undefined || seen.has(same)) continue;
    seen.add(same);
    pages[kind].push({ kind, url });
  }
  return [...links, ...pages.code, ...pages.project];
}

function pageKind(url: string): Extract<LinkKind, 'code' | 'project'> | undefined {
  const host = /^https?:\/\/([^/?#:]+)/i.exec(url)?.[1]?.toLowerCase() ?? '';
  if (paperHosts.some((known) => host === known || host.endsWith(`.${known}`))) return undefined;
  const isCode = codeHosts.includes(host.replace(/^www\./, '')) || host.startsWith('gitlab.');
  return isCode ? 'code' : 'project';
}

/** Addresses that lead to the same page, spelled alike. */
function comparable(url: string): string {
  return url
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/$/, '')
    .replace(/\.git$/, '');
}

function encodedPath(doi: string): string {
  return encodeURI(doi.toWellFormed()).replaceAll('#', '%23').replaceAll('?', '%3F');
}
