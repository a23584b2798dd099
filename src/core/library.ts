import { AliasTable } from './aliasTable';
import { normalizePaperId } from './identifiers';
import { authorsLabel } from './labels';
import {
  compareMembers,
  compareSources,
  type LibraryCluster,
  type LibraryMember,
  type LibrarySource,
  type SourceKind,
  type SourceMembers,
} from './libraryMember';
import { LinkedMembers } from './linkedMembers';
import { mergedClusters } from './mergedClusters';
import type { LibraryPaper, Paper, PaperId, PaperRecord, PaperRow } from './paper';
import { PaperTopics } from './paperTopics';
import type { RenamedPaper } from './renamedPaper';
import { sameValue } from './sameValue';
import { sourceChange } from './sourceChange';
import { type SourceReading, sourceReadings } from './sourceReadings';

export type { LibrarySource, SourceKind };

/** What a change did to the library. A paper that changed is in both lists; papers that say the same are in neither. */
export interface LibraryDelta {
  readonly removed: readonly PaperId[];
  readonly added: readonly LibraryPaper[];
  /** Papers that are known under a new id from now on; the old one still leads to them. */
  readonly renamed: readonly RenamedPaper[];
}

/**
 * All papers by id, each once however many sources hold it (`samePaper.ts` says when records are of one paper,
 * `mergePapers.ts` what is shown where they differ). Papers, ids, keys and their order depend on what the sources hold
 * and on nothing else, above all not on the order in which they came.
 *
 * A paper's id is its arXiv id, else its DOI, else the address of its first source and its key there. An arXiv id that
 * papers with differing DOIs share is the id of the one whose DOI comes first by its letters.
 */
export class Library {
  readonly #sources = new Map<string, SourceMembers>();
  readonly #members = new LinkedMembers();
  readonly #clusters = new Map<PaperId, LibraryCluster>();
  readonly #aliases = new AliasTable();
  readonly #topics = new PaperTopics();
  /** As given, and by the ids of today. */
  #given: ReadonlyMap<PaperId, string> = new Map();
  #corrections: ReadonlyMap<PaperId, string> = new Map();
  #inOrder: readonly SourceMembers[] = [];
  #list: readonly LibraryPaper[] | undefined;
  #version = 0;

  /** Grows with every change. */
  get version(): number {
    return this.#version;
  }

  get size(): number {
    return this.#clusters.size;
  }

  /** In the order in which they go before each other: by kind, then by address. */
  get sources(): readonly LibrarySource[] {
    return this.#inOrder;
  }

  /** The paper of an id, or of one that was its id before, or of any identifier that a source gives it. */
  get(id: PaperId): LibraryPaper | undefined {
    return this.#find(id)?.paper;
  }

  /** The id under which a paper is known now, from whatever {@link get} takes. */
  resolve(id: PaperId): PaperId | undefined {
    return this.#find(id)?.paper.id;
  }

  /** In the order of the sources, and in that of each source's file. */
  papers(): readonly LibraryPaper[] {
    this.#list ??= this.#inOrder.flatMap(({ members }) =>
      [...members.values()]
        .filter((member) => member.cluster!.members[0] === member)
        .map((member) => member.cluster!.paper),
    );
    return this.#list;
  }

  /** The keys that a source itself gives its papers, further ones included. */
  *keysOf(uri: string): Iterable<string> {
    for (const { record } of this.#sources.get(uri)?.members.values() ?? []) {
      if (record.key !== undefined) yield record.key;
      yield* record.aliases ?? [];
    }
  }

  /** What a source itself says of its papers, in its order. */
  recordsOf(uri: string): readonly PaperRecord[] {
    return Array.from(this.#sources.get(uri)?.members.values() ?? [], ({ record }) => record);
  }

  /** The key that a source itself gives a paper; `undefined` if it does not hold the paper, or gives it none. */
  keyIn(uri: string, id: PaperId): string | undefined {
    const member = this.#find(id)?.members.find(({ record, source }) => source.uri === uri && record.key !== undefined);
    return member?.record.key;
  }

  /** What each source says of a paper where it differs from what is shown. */
  readings(id: PaperId): readonly SourceReading[] {
    const cluster = this.#find(id);
    if (!cluster) return [];
    return sourceReadings(
      cluster.paper,
      cluster.members.map(({ source: { uri, kind }, key, position, record }) => {
        const line = this.#sources.get(uri)?.lines[position] ?? 0;
        return { uri, kind, key, line, record };
      }),
    );
  }

  /**
   * A paper with its topics. The first call after much has changed finds them, which takes a moment in a large library;
   * papers are therefore kept without.
   */
  withTopics(paper: LibraryPaper): LibraryPaper {
    const topics = this.#topics.topicsOf(paper, () => this.papers(), this.#corrections);
    return topics === paper.topics ? paper : { ...paper, topics };
  }

  /** The main topics that a person gave papers, by id; an id that a paper had before will do. */
  correctTopics(corrections: ReadonlyMap<PaperId, string>): void {
    this.#given = corrections;
    this.#correct();
    this.#version++;
  }

  #correct(): void {
    this.#corrections = new Map([...this.#given].map(([id, topic]) => [this.resolve(id) ?? id, topic]));
  }

  /**
   * Puts a source's papers in the place of those it held before; without papers, the source is gone.
   * @param lines where the entry of each begins, zero-based; that they move changes no paper
   */
  replaceSource(
    { uri, kind }: LibrarySource,
    records: readonly PaperRecord[],
    lines: readonly number[] = [],
  ): LibraryDelta {
    const known = this.#sources.get(uri);
    const source = known?.kind === kind ? known : { uri, kind, members: new Map<string, LibraryMember>(), lines };
    const { members, added, removed, moved } = sourceChange(source, records);
    const gone = known && known !== source ? [...known.members.values()] : removed;
    source.members = members;
    source.lines = lines;
    if (members.size > 0) this.#sources.set(uri, source);
    else this.#sources.delete(uri);
    this.#inOrder = [...this.#sources.values()].sort(compareSources);

    const bereft = this.#members.remove(gone);
    this.#members.add(added);
    const touched = this.#members.connected([...bereft, ...added, ...moved]);
    if (gone.length + touched.length === 0) return { removed: [], added: [], renamed: [] };
    this.#version++;
    this.#list = undefined;
    const delta = this.#rebuild(gone, touched);
    this.#topics.note(Math.max(delta.added.length, delta.removed.length));
    if (this.#given.size > 0) this.#correct();
    return delta;
  }

  /**
   * Forms papers anew.
   * @param gone members that are no more
   * @param touched whatever may be tied to those that came or went, in lists that nothing ties to each other
   */
  #rebuild(gone: readonly LibraryMember[], touched: readonly (readonly LibraryMember[])[]): LibraryDelta {
    const before = new Map<PaperId, LibraryCluster>();
    for (const { cluster } of [...gone, ...touched.flat()]) if (cluster) before.set(cluster.paper.id, cluster);
    for (const id of before.keys()) this.#clusters.delete(id);

    const after = touched
      .flatMap(mergedClusters)
      .sort((one, other) => compareMembers(one.members[0], other.members[0]));
    const removed = new Set<PaperId>(before.keys());
    const added: LibraryPaper[] = [];
    for (const cluster of after) {
      const { id } = cluster.paper;
      const old = before.get(id);
      if (old && sameValue(old.paper, cluster.paper)) {
        cluster.paper = old.paper;
        removed.delete(id);
      } else {
        added.push(cluster.paper);
      }
      for (const member of cluster.members) member.cluster = cluster;
      this.#clusters.set(id, cluster);
      this.#aliases.delete(id);
    }
    const lost = [...before.values()].filter(({ paper }) => !this.#clusters.has(paper.id));
    return { removed: [...removed], added, renamed: this.#rename(lost, after) };
  }

  /** Lets the ids of papers that are no more lead to those in which they live on. */
  #rename(lost: readonly LibraryCluster[], found: readonly LibraryCluster[]): LibraryDelta['renamed'] {
    if (lost.length === 0 || found.length === 0) return [];
    const byTitle = new Map<string, LibraryCluster | undefined>();
    for (const cluster of found) {
      const title = titleAndName(cluster);
      byTitle.set(title, byTitle.has(title) ? undefined : cluster);
    }
    const renamed: RenamedPaper[] = [];
    for (const { paper, members } of lost) {
      const from = paper.id;
      const entry = members
        .map(({ source, name }) => this.#sources.get(source.uri)?.members.get(name))
        .find((one) => one);
      const alike = members[0].identity.title === '' ? undefined : byTitle.get(titleAndName({ members }));
      const successor = this.#current(from) ?? entry?.cluster ?? alike;
      if (!successor) continue;
      renamed.push({ from, to: successor.paper.id });
      this.#aliases.set(from, successor.paper.id);
    }
    return renamed;
  }

  #find(id: PaperId): LibraryCluster | undefined {
    for (let sought: PaperId | undefined = id; sought !== undefined; sought = this.#aliases.get(sought)) {
      const found = this.#current(sought);
      if (found) return found;
    }
    return undefined;
  }

  /** By what the sources say now. */
  #current(id: PaperId): LibraryCluster | undefined {
    const exact = this.#clusters.get(id) ?? this.#entry(id)?.cluster;
    if (exact) return exact;
    const normalized = normalizePaperId(id);
    return this.#clusters.get(normalized) ?? this.#members.identified(normalized);
  }

  /** The entry that an id of the form `address#key` names. */
  #entry(id: PaperId): LibraryMember | undefined {
    for (const { uri, members } of this.#inOrder) {
      const member = id.startsWith(`${uri}#`) ? members.get(id.slice(uri.length + 1)) : undefined;
      if (member) return member;
    }
    return undefined;
  }
}

function titleAndName({ members: [{ identity }] }: Pick<LibraryCluster, 'members'>): string {
  return `${identity.title} ${identity.family}`;
}

/** The light form of a paper. */
export function paperRow(
  paper: Pick<Paper, 'id' | 'key' | 'title' | 'authors' | 'andOthers' | 'year' | 'arxiv'>,
): PaperRow {
  return {
    id: paper.id,
    key: paper.key,
    title: paper.title,
    authors: authorsLabel(paper),
    ...(paper.year !== undefined && { year: paper.year }),
    hasArxiv: paper.arxiv !== undefined,
  };
}
