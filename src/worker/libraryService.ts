import { declaredLibraries } from '../core/cite/declarations/declaredLibraries';
import { findProject } from '../core/cite/project/findProject';
import { EditedText } from '../core/editedText';
import { writeBibTeX } from '../core/formats/bibTeX';
import { isBinary } from '../core/formats/isBinary';
import { decodeText } from '../core/formats/decodeText';
import type { MadeRecords, ParsedLibrary } from '../core/formats/libraryFormat';
import { readLibrary, readLibraryText } from '../core/formats/readLibrary';
import { type GroupBy, groupPapers, sortPapers } from '../core/grouping';
import { Library, type LibraryDelta, type LibrarySource, paperRow } from '../core/library';
import { librarySections } from '../core/librarySections';
import type { LibraryPaper, Paper, PaperId } from '../core/paper';
import type { LibraryProtocol, SourceSummary } from '../protocol/libraryProtocol';
import type { RpcServer } from '../protocol/rpc';
import { abstractContent } from './abstractContent';
import { CitationPlanner } from './citationPlanner';
import { LibrarySearch } from './librarySearch';
import { SourceContents } from './sourceContents';
import type { WorkerPlatform } from './workerPlatform';

const relatedShown = 5;

/** A change of more rows is not worth sending row by row. */
const mostRowsSent = 500;

/** What the library holds of a source, and how it is read. */
type ReadSource = LibrarySource & { readonly isFound: boolean };

/** A source whose text in an editor is not what is on disk. */
interface UnsavedSource extends ReadSource {
  readonly edited: EditedText;
}

/**
 * The library, its index and everything that is asked of them. It runs in a worker, or in the host's own process where
 * no worker can be started.
 * @param pause lets other work of the same thread run; long work calls it between slices
 * @param platform absent where it runs in the host's process: then nothing is kept, and no other worker started
 */
export function libraryService(pause: () => Promise<void>, platform?: WorkerPlatform): RpcServer<LibraryProtocol> {
  const library = new Library();
  const search = new LibrarySearch(library, pause, platform);
  const unsaved = new Map<string, UnsavedSource>();
  const made = new Map<string, MadeRecords>();
  const contents = new SourceContents();
  const planner = new CitationPlanner({
    papers: library,
    isCurrent: (uri, bytes) => contents.holds(uri, bytes),
    unsavedText: (uri) => unsaved.get(uri)?.edited.text,
  });
  const known = (ids: readonly PaperId[]): Paper[] => ids.map((id) => library.get(id)).filter((paper) => !!paper);

  const whole = (id: PaperId): LibraryPaper | undefined => {
    const paper = library.get(id);
    return paper && library.withTopics(paper);
  };
  /** Topics are found only where they are asked for. */
  const grouped = (groupBy: GroupBy, papers = library.papers()): readonly LibraryPaper[] => {
    return groupBy === 'topic' ? papers.map((paper) => library.withTopics(paper)) : papers;
  };

  const update = (delta: LibraryDelta, { papers, problems }: ParsedLibrary): SourceSummary => {
    const { added, removed, renamed } = delta;
    search.update(delta);
    const gone = new Set(removed);
    const changed = new Set(added.map(({ id }) => id));
    return {
      papers: papers.length,
      added: added.filter(({ id }) => !gone.has(id)).length,
      problems,
      renamed,
      ...(added.length + removed.length <= mostRowsSent && {
        rows: { removed: removed.filter((id) => !changed.has(id)), changed: added.map(paperRow) },
      }),
    };
  };

  const put = async ({ kind, uri }: LibrarySource, read: ParsedLibrary): Promise<SourceSummary> => {
    if (read.made) made.set(uri, read.made);
    else made.delete(uri);
    await pause();
    return update(library.replaceSource({ uri, kind }, read.papers, read.lines), read);
  };

  return {
    replaceSource({ bytes, isUnsaved, ...source }) {
      const { isFound, uri } = source;
      contents.put(uri, bytes);
      if (isUnsaved) unsaved.set(uri, { ...source, edited: new EditedText(decodeText(bytes)) });
      else unsaved.delete(uri);
      return put(source, readLibrary(bytes, uri, isFound, made.get(uri)));
    },
    removeSource(uri) {
      unsaved.delete(uri);
      contents.delete(uri);
      const known = library.sources.find((source) => source.uri === uri);
      return put(known ?? { uri, kind: 'user' }, { papers: [], problems: [] });
    },
    editSource(uri, edit) {
      const inStep = unsaved.get(uri)?.edited.apply(edit) ?? false;
      if (!inStep) unsaved.delete(uri); // until all of the text is sent again
      return inStep;
    },
    settleSource(uri) {
      const source = unsaved.get(uri);
      return source && put(source, readLibraryText(source.edited.text, uri, source.isFound, made.get(uri)));
    },
    declaredLibraries: (documents) =>
      documents.map(({ path, bytes }) => (isBinary(bytes) ? [] : declaredLibraries(path, decodeText(bytes)))),
    overview: () => library.papers().map(({ id, key, title, sources }) => ({ id, key, title, sources })),
    rows(offset, limit) {
      const rows = library
        .papers()
        .slice(offset, offset + limit)
        .map(paperRow);
      return { version: library.version, total: library.size, rows };
    },
    groups: (groupBy, sortBy) => groupPapers(grouped(groupBy), groupBy, sortBy),
    async sections(folders, groupBy, sortBy, filter) {
      const papers = filter.trim() === '' ? undefined : (await search.matching(filter)).papers;
      const projects = library.sources.filter(({ kind }) => kind === 'project').map(({ uri }) => uri);
      return librarySections(grouped(groupBy, papers), new Set(projects), folders, groupBy, sortBy);
    },
    countMatching: (queries) =>
      Promise.all(
        queries.map(async (query) => {
          const { papers, problems } = await search.matching(query);
          return { count: papers.length, problems };
        }),
      ),
    async matching(query, sortBy) {
      const { papers } = await search.matching(query);
      return sortPapers(papers, sortBy).map(({ id }) => id);
    },
    correctTopics: (corrections) => library.correctTopics(new Map(corrections)),
    markPapers: (states) => search.mark(states),
    noteFamiliar: (papers) => search.noteFamiliar(papers),
    restoreSearch: (place) => search.restore(place),
    settleSearch: () => search.settle(contents.toString()),
    keepSearch: (place) => unsaved.size === 0 && search.keep(place, contents.toString()),
    searchable: () => search.indexed,
    search: (query, limit) => search.search(query, limit),
    related: (id, limit) => search.related(library.resolve(id) ?? id, limit),
    papers: (ids) => ids.map(whole),
    async abstractContent(id) {
      await search.indexed;
      const paper = whole(id);
      if (!paper) return undefined;
      const related = known((await search.related(paper.id, relatedShown)).map((alike) => alike.id));
      return abstractContent(paper, related, library.readings(paper.id));
    },
    findProject,
    planCitation: (request, contents) => planner.plan(request, contents),
    bibTeX: (ids) => known(ids).map(writeBibTeX).join('\n'),
  };
}
