import { writeBibTeX } from '../core/formats/bibTeX';
import { readLibrary } from '../core/formats/readLibrary';
import { type GroupBy, groupPapers } from '../core/grouping';
import { Library, paperRow } from '../core/library';
import type { LibraryPaper, Paper, PaperId } from '../core/paper';
import { PaperIndex } from '../core/search/paperIndex';
import type { LibraryProtocol } from '../protocol/libraryProtocol';
import type { RpcServer } from '../protocol/rpc';
import { abstractContent } from './abstractContent';

const relatedShown = 5;

/**
 * The library, its index and everything that is asked of them. It runs in a worker, or in the host's own process where
 * no worker can be started.
 * @param pause lets other work of the same thread run; long work calls it between slices
 */
export function libraryService(pause: () => Promise<void>): RpcServer<LibraryProtocol> {
  const library = new Library();
  const index = new PaperIndex(pause);
  const known = (ids: readonly PaperId[]): Paper[] => ids.map((id) => library.get(id)).filter((paper) => !!paper);

  const whole = (id: PaperId): LibraryPaper | undefined => {
    const paper = library.get(id);
    return paper && library.withTopics(paper);
  };
  /** Topics are found only where they are asked for. */
  const grouped = (groupBy: GroupBy): readonly LibraryPaper[] => {
    const papers = library.papers();
    return groupBy === 'topic' ? papers.map((paper) => library.withTopics(paper)) : papers;
  };

  return {
    async replaceSource({ uri, kind, bytes }) {
      const { papers, lines, problems } = readLibrary(bytes, uri);
      await pause();
      const { removed, added } = library.replaceSource({ uri, kind }, papers, lines);
      await index.update(removed, added);
      return { papers: papers.length, problems };
    },
    rows(offset, limit) {
      const rows = library
        .papers()
        .slice(offset, offset + limit)
        .map(paperRow);
      return { version: library.version, total: library.size, rows };
    },
    groups: (groupBy, sortBy) => groupPapers(grouped(groupBy), groupBy, sortBy),
    search: (query, limit) => index.search(query, limit),
    related: (id, limit) => index.related(library.resolve(id) ?? id, limit),
    papers: (ids) => ids.map(whole),
    abstractContent(id) {
      const paper = whole(id);
      if (!paper) return undefined;
      const related = known(index.related(paper.id, relatedShown).map((alike) => alike.id));
      return abstractContent(paper, related, library.readings(paper.id));
    },
    bibTeX: (ids) => known(ids).map(writeBibTeX).join('\n'),
  };
}
