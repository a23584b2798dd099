import type { Event, Uri } from 'vscode';
import { normalizePaperId } from '../core/identifiers';
import type { GroupBy } from '../core/grouping';
import type { Paper, PaperId, ScoredId } from '../core/paper';
import type { Problem } from '../core/problem';
import type { PaperOverview } from '../protocol/libraryProtocol';
import { groupLabels } from './groupLabels';
import type { ImportedFiles, ImportSummary } from './importedFiles';
import type { LibraryClient } from './libraryClient';
import type { SourceLabels } from './sourceLabels';
import type { TreeOptions } from './treeOptions';

/**
 * What Paperside offers to other extensions:
 * `const paperside = await vscode.extensions.getExtension<PapersideApi>('paperside.paperside')?.activate();`
 */
export interface PapersideApi {
  /** Grows when something here changes in a way that callers must know of. */
  readonly version: 1;
  /** Settles when all sources known at the call are read and searchable. The other functions wait for it themselves. */
  ready(): Promise<void>;
  /**
   * Finds papers as the search pick does: the same papers in the same order, the best first.
   * @param query words, an arXiv id, a DOI, a citation key, conditions (`author:dao year:2022..`); `''` finds nothing
   * @param options `limit`: how many papers at most, 20 unless told
   */
  search(query: string, options?: { readonly limit?: number }): Promise<readonly ScoredId[]>;
  /** The whole record of a paper. Tolerates other letter case and an arXiv version: `arXiv:2205.14135v2`. */
  getPaper(id: PaperId): Promise<Paper | undefined>;
  /**
   * The papers in groups, labels and order as in the tree: every paper in exactly one, but by keyword, source and folder
   * in as many as it has.
   */
  groups(by: GroupBy): Promise<readonly { readonly label: string; readonly ids: readonly PaperId[] }[]>;
  /**
   * The papers most like one, the most alike first, never itself; `[]` for an unknown id.
   * @param options `limit`: how many papers at most, 5 unless told
   */
  related(id: PaperId, options?: { readonly limit?: number }): Promise<readonly ScoredId[]>;
  /**
   * BibTeX entries, one a paper, in the order of the ids.
   * @throws (rejects) naming the first id that is unknown
   */
  toBibTeX(ids: readonly PaperId[]): Promise<string>;
  /** Every paper, with the files that hold it and its citation key in each. */
  papers(): Promise<readonly PaperOverview[]>;
  /**
   * Reads one more file and keeps a copy of it; its papers stay when the file goes.
   * @returns how many papers were new, how many known, and how many problems there were
   * @throws (rejects) with a sentence when nothing could be read
   */
  import(uri: Uri): Promise<ImportSummary>;
  /** What is wrong in a library file; lines and columns count from zero. */
  problems(uri: Uri): Promise<readonly Pick<Problem, 'code' | 'message' | 'line' | 'column'>[]>;
  /** Papers came, went or changed. */
  readonly onDidChange: Event<void>;
}

export function createApi({
  importedFiles,
  library,
  sourceLabels,
  treeOptions,
}: {
  readonly importedFiles: ImportedFiles;
  readonly library: LibraryClient;
  readonly sourceLabels: SourceLabels;
  readonly treeOptions: TreeOptions;
}): PapersideApi {
  const getPaper = async (id: PaperId): Promise<Paper | undefined> => {
    const [exact, normalized] = await library.papers([id, normalizePaperId(id)]);
    return exact ?? normalized;
  };
  return Object.freeze<PapersideApi>({
    version: 1,
    ready: () => library.ready(),
    async search(query, { limit = 20 } = {}) {
      const { hits } = await library.search(query, limit);
      return hits.map(({ id, score }) => ({ id, score }));
    },
    getPaper,
    async groups(by) {
      const groups = await library.groups(by, treeOptions.sortBy);
      const labels = groupLabels(
        by,
        groups.map(({ label }) => label),
        sourceLabels,
      );
      return groups.map(({ ids }, index) => ({ label: labels[index] ?? '', ids }));
    },
    async related(id, { limit = 5 } = {}) {
      return library.related((await getPaper(id))?.id ?? id, limit);
    },
    async toBibTeX(ids) {
      const papers = await Promise.all(ids.map(getPaper));
      const known = papers.map((paper, position) => {
        if (!paper) throw new Error(`Paperside knows no paper "${ids[position]}".`);
        return paper.id;
      });
      return library.bibTeX(known);
    },
    papers: () => library.overview(),
    import: (uri) => importedFiles.importFile(uri),
    async problems(uri) {
      await library.ready();
      return library
        .problems(uri.toString())
        .map(({ code, message, line, column }) => ({ code, message, line, column }));
    },
    onDidChange: library.onDidChange,
  });
}
