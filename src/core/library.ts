import { assignCitationKeys } from './citationKey';
import { paperId } from './identifiers';
import { authorsLabel } from './labels';
import type { Paper, PaperId, PaperRecord, PaperRow } from './paper';
import { topicsOf } from './topics';

/** What a change did to the library. A paper that changed is in both lists. */
export interface LibraryDelta {
  readonly removed: readonly PaperId[];
  readonly added: readonly Paper[];
}

/**
 * All papers by id, and which source each came from. A paper that several sources hold stands once: the source that
 * named it first is the one that is shown.
 */
export class Library {
  readonly #sources = new Map<string, ReadonlyMap<PaperId, Paper>>();
  readonly #papers = new Map<PaperId, Paper>();
  #list: readonly Paper[] | undefined;
  #version = 0;

  /** Grows with every change. */
  get version(): number {
    return this.#version;
  }

  get size(): number {
    return this.#papers.size;
  }

  get(id: PaperId): Paper | undefined {
    return this.#papers.get(id);
  }

  /** In the order in which they came. */
  papers(): readonly Paper[] {
    this.#list ??= [...this.#papers.values()];
    return this.#list;
  }

  /** Puts a source's papers in the place of those it held before; without papers, the source is gone. */
  replaceSource(uri: string, records: readonly PaperRecord[]): LibraryDelta {
    const before = this.#sources.get(uri);
    const after = completeRecords(uri, records);
    if (records.length > 0) this.#sources.set(uri, after);
    else this.#sources.delete(uri);

    const removed: PaperId[] = [];
    const added: Paper[] = [];
    for (const id of new Set([...(before?.keys() ?? []), ...after.keys()])) {
      const known = this.#papers.get(id);
      const shown = this.#firstOf(id);
      if (known === shown) continue;
      if (known) removed.push(id);
      if (shown) {
        added.push(shown);
        this.#papers.set(id, shown);
      } else {
        this.#papers.delete(id);
      }
    }
    this.#version++;
    this.#list = undefined;
    return { removed, added };
  }

  #firstOf(id: PaperId): Paper | undefined {
    for (const papers of this.#sources.values()) {
      const paper = papers.get(id);
      if (paper) return paper;
    }
    return undefined;
  }
}

/** The light form of a paper. */
export function paperRow(paper: Paper): PaperRow {
  return {
    id: paper.id,
    key: paper.key,
    title: paper.title,
    authors: authorsLabel(paper.authors),
    ...(paper.year !== undefined && { year: paper.year }),
    topic: paper.topics[0] ?? '',
    hasArxiv: paper.arxiv !== undefined,
  };
}

/** Gives records what their file did not: ids, topics, and citation keys that are unique within the file. */
function completeRecords(uri: string, records: readonly PaperRecord[]): ReadonlyMap<PaperId, Paper> {
  const byId = new Map<PaperId, PaperRecord>();
  records.forEach((record, index) => {
    const id = paperId(record, `${uri}#${record.key ?? index}`);
    if (!byId.has(id)) byId.set(id, record);
  });
  const unkeyed = [...byId].filter(([, record]) => record.key === undefined);
  const keys = assignCitationKeys(unkeyed.map(([id, record]) => ({ ...record, id })));
  return new Map(
    [...byId].map(([id, record]) => {
      const topics = record.topics.length > 0 ? record.topics : topicsOf(record);
      return [id, { ...record, id, key: record.key ?? keys.get(id) ?? '', topics }];
    }),
  );
}
