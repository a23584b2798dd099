import { assignCitationKeys } from '../../src/core/citationKey';
import { huggingFacePapers } from '../../src/core/formats/huggingFacePapers';
import { repairPaperText } from '../../src/core/formats/repairPaperText';
import { normalizeArxiv, normalizeDoi, paperId } from '../../src/core/identifiers';
import { paperLinks } from '../../src/core/links';
import type { Paper, PaperId, PaperRecord, PaperText } from '../../src/core/paper';
import { topicsOf } from '../../src/core/topics';
import type { Correction, Metadata } from './sources';

export interface CorpusSources {
  /** The text of the page. */
  readonly page: string;
  /** One record for each paper of the page, in its order. */
  readonly metadata: readonly Metadata[];
  readonly corrections: readonly Correction[];
  /** The citation keys given so far, which stay for good. */
  readonly frozenKeys: ReadonlyMap<PaperId, string>;
}

/**
 * The bundled papers, whole. Throws, naming what is wrong, when a paper is lost, doubled or without a topic, when page
 * and metadata differ, when a correction does not apply, or when a key would change.
 */
export function corpusPapers({ page, metadata, corrections, frozenKeys }: CorpusSources): Paper[] {
  const { papers: read, problems } = huggingFacePapers.parse(page);
  const [problem] = problems;
  if (problem) throw new Error(`Line ${problem.line + 1} of the page: ${problem.message}`);
  if (read.length !== metadata.length) {
    throw new Error(`The page holds ${read.length} papers, metadata.json ${metadata.length}.`);
  }

  const pending = new Set(corrections);
  const unkeyed = read.map((record, at) => completeRecord(record.source, metadata[at]!, pending));
  const [idle] = pending;
  if (idle) throw new Error(`The correction of “${idle.from}” in ${idle.arxiv} applies nowhere.`);

  const ids = new Set<PaperId>();
  for (const { id } of unkeyed) {
    if (ids.has(id)) throw new Error(`${id} is there twice.`);
    ids.add(id);
  }
  const keys = assignCitationKeys(unkeyed);
  for (const [id, key] of frozenKeys) {
    if (!ids.has(id)) throw new Error(`${id} is lost: papers.json holds it, the sources do not.`);
    if (keys.get(id) !== key) throw new Error(`The key of ${id} would change from ${key} to ${keys.get(id)}.`);
  }
  return unkeyed.map(({ id, ...record }) => ({ id, key: keys.get(id)!, ...record }));
}

function completeRecord(source: PaperText, known: Metadata, pending: Set<Correction>): PaperRecord & { id: PaperId } {
  if (source.title !== known.title) {
    throw new Error(`The page has “${source.title}” where metadata.json has “${known.title}”.`);
  }
  const arxiv = normalizeArxiv(known.arxiv);
  const doi = known.doi === null ? undefined : normalizeDoi(known.doi);
  if (arxiv === undefined) throw new Error(`${known.arxiv} is no arXiv id.`);
  if (known.doi !== null && doi === undefined) throw new Error(`${known.doi} is no DOI.`);

  const text = repairPaperText(corrected(source, known.arxiv, pending));
  const topics = topicsOf(text);
  if (topics.length === 0) throw new Error(`arXiv:${arxiv} is without a topic.`);
  return {
    id: paperId({ arxiv }, ''),
    ...text,
    source,
    authors: known.authors.map(({ given, family }) => ({ given, family })),
    ...dateOf(known),
    type: known.type,
    ...(known.venue !== null && { venue: known.venue }),
    ...(doi !== undefined && { doi }),
    arxiv,
    ...(known.category !== null && { primaryClass: known.category }),
    topics,
    links: paperLinks(
      { arxiv, abstract: text.abstract, ...(doi !== undefined && { doi }) },
      known.code === null ? [] : [known.code],
    ),
  };
}

/** The year of publication, whose month is not known; else year and month of the first submission. */
function dateOf({ venueYear, submitted }: Metadata): { year: number; month?: number } {
  if (venueYear !== null) return { year: venueYear };
  const [year, month] = submitted.split('-').map(Number);
  return { year: year!, month: month! };
}

function corrected(source: PaperText, arxiv: string, pending: Set<Correction>): PaperText {
  const text = { ...source };
  for (const correction of pending) {
    if (correction.arxiv !== arxiv) continue;
    const { field, from, to } = correction;
    const pieces = text[field].split(from);
    if (pieces.length !== 2) throw new Error(`“${from}” is ${pieces.length - 1} times in the ${field} of ${arxiv}.`);
    text[field] = pieces.join(to);
    pending.delete(correction);
  }
  return text;
}
