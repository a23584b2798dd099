import { commands, type ExtensionContext, l10n, Uri, window } from 'vscode';
import type { PaperId } from './core/paper';
import { LastTextEditor } from './host/activeTextEditor';
import { BibliographySaver } from './host/bibliographySaver';
import { createApi, type PapersideApi } from './host/api';
import { ChosenBibliography } from './host/chosenBibliography';
import { type CitationOptions, CitationWriter } from './host/citationWriter';
import { DeclaredBibliographies } from './host/declaredBibliographies';
import { FamiliarPapers } from './host/familiarPapers';
import { ImportedFiles } from './host/importedFiles';
import { LeftEntries } from './host/leftEntries';
import { LibraryClient } from './host/libraryClient';
import { LibraryFiles } from './host/libraryFiles';
import { LibraryFilter } from './host/libraryFilter';
import { OpenDocuments } from './host/openDocuments';
import type { Platform } from './host/platform';
import { ReadingStateStore } from './host/readingStateStore';
import { RecentPapers } from './host/recentPapers';
import { RecentSearches } from './host/recentSearches';
import { SavedSearches } from './host/savedSearches';
import { SourceLabels } from './host/sourceLabels';
import { TopicCorrections } from './host/topicCorrections';
import { TreeOptions } from './host/treeOptions';
import { registerAbstractCommands } from './ui/abstractCommands';
import { AbstractPanel, abstractViewType } from './ui/abstractPanel';
import { registerBibliographyStatus } from './ui/bibliographyStatus';
import { chooseBibliography } from './ui/chooseBibliography';
import { registerCopyCommands } from './ui/copyCommands';
import { registerExplainBibliography } from './ui/explainBibliography';
import { registerInsertCitation } from './ui/insertCitation';
import { registerImportCommands } from './ui/importCommands';
import { registerLeftEntryMessage } from './ui/leftEntryMessage';
import { registerLibraryDiagnostics } from './ui/libraryDiagnostics';
import { registerLoadingProgress } from './ui/loadingProgress';
import { LibraryView } from './ui/libraryView';
import { registerFilterCommands } from './ui/filterCommands';
import { openSource } from './ui/openSource';
import { paperIdsFrom } from './ui/paperArguments';
import { registerPaperDrop } from './ui/paperDrop';
import { registerPasteCitation } from './ui/pasteCitation';
import { registerReadingStateCommands } from './ui/readingStateCommands';
import { registerSavedSearchCommands, saveSearch } from './ui/savedSearchCommands';
import { registerSearchCommands } from './ui/searchCommands';
import { SearchPick } from './ui/searchPick';
import type { PaperNode } from './ui/treeNode';
import { registerTopicCommands } from './ui/topicCommands';
import { registerTreeOptionCommands } from './ui/treeOptionCommands';
import { registerTroubleMessages } from './ui/troubleMessages';

/**
 * Puts Paperside together. The order of construction is the order of dependency; nothing is read and no worker started
 * before something asks for it.
 */
export function activateShared(context: ExtensionContext, platform: Platform): PapersideApi {
  const { extension, extensionUri, globalState, globalStorageUri, storageUri, subscriptions, workspaceState } = context;
  const own = <T extends { dispose(): unknown }>(disposable: T): T => {
    subscriptions.push(disposable);
    return disposable;
  };
  // As a row of the tree does: the person who pressed the button is told when it cannot be done.
  const runOn = (command: string, id: PaperId): Thenable<unknown> =>
    commands.executeCommand(`paperside.${command}`, { kind: 'paper', id } satisfies PaperNode);

  const log = own(window.createOutputChannel('Paperside', { log: true }));
  const imports = Uri.joinPath(globalStorageUri, 'imports');
  const sources = own(
    new LibraryFiles({
      bundled: Uri.joinPath(extensionUri, 'corpus', 'papers.json'),
      imports,
      home: platform.home,
      readFile: (uri) => platform.readFile(uri),
      log,
    }),
  );
  const documents = own(new OpenDocuments());
  const topicCorrections = own(new TopicCorrections(globalState));
  const readingStates = own(new ReadingStateStore(globalState));
  const familiarPapers = own(new FamiliarPapers(globalState));
  const library = own(
    new LibraryClient({
      sources,
      documents,
      topicCorrections,
      readingStates,
      familiarPapers,
      startWorker: () => platform.startWorker(extensionUri),
      startLocally: () => platform.startLocally(),
      kept: {
        place: platform.keptPlace(Uri.joinPath(storageUri ?? globalStorageUri, 'search')),
        state: workspaceState,
        version: String((extension.packageJSON as { readonly version?: unknown }).version),
      },
      log,
    }),
  );
  const importedFiles = new ImportedFiles(imports, library);
  const recentPapers = new RecentPapers(globalState);
  const recentSearches = new RecentSearches(globalState);
  const treeOptions = own(new TreeOptions(globalState));
  const filter = own(new LibraryFilter());
  const savedSearches = own(new SavedSearches(globalState));
  own(window.onDidChangeWindowState(({ focused }) => focused && savedSearches.look()));
  const lastEditor = own(new LastTextEditor());
  const sourceLabels = new SourceLabels({
    bundled: Uri.joinPath(extensionUri, 'corpus'),
    imports,
  });

  const pick = own(
    new SearchPick({
      library,
      readingStates,
      recentPapers,
      recentSearches,
      open: (id) => runOn('openAbstract', id),
      run: runOn,
      saveSearch: (query) => saveSearch(savedSearches, { query }),
      log,
    }),
  );
  const view = own(
    new LibraryView({ library, readingStates, treeOptions, topicCorrections, sourceLabels, filter, savedSearches }),
  );
  const panel = own(
    new AbstractPanel({
      extensionUri,
      library,
      readingStates,
      lastEditor,
      run: runOn,
      sourceLabels,
      openSource: (uri, line) => openSource(uri, line, lastEditor.current?.viewColumn),
      log,
    }),
  );
  own(window.registerWebviewPanelSerializer(abstractViewType, panel));
  const papersMeant = async (parameters: readonly unknown[]): Promise<readonly PaperId[]> => {
    const given = paperIdsFrom(parameters);
    if (given.length > 0) return given;
    return panel.paperId === undefined ? pick.choose(l10n.t('Choose a paper')) : [panel.paperId];
  };

  own(
    library.onDidRename(async (renamed) => {
      await readingStates.rename(renamed);
      await recentPapers.rename(renamed);
      await familiarPapers.rename(renamed);
      await topicCorrections.rename(renamed);
    }),
  );
  own(
    panel.onDidChangePaper((id) => {
      if (id === undefined) return;
      void recentPapers.add(id);
      void familiarPapers.note([id], 'opened');
      void view.reveal(id);
    }),
  );
  own(commands.registerCommand('paperside.showLog', () => log.show()));
  own(registerTroubleMessages(library));
  own(registerLibraryDiagnostics(library));
  own(registerLoadingProgress(library));
  own(registerImportCommands({ imported: importedFiles, lastEditor, log }));
  own(registerSearchCommands(pick, recentSearches));
  own(registerTreeOptionCommands(treeOptions));
  own(registerFilterCommands({ library, filter, save: (query) => saveSearch(savedSearches, { query }) }));
  own(registerSavedSearchCommands({ savedSearches, filter, search: (query) => pick.search(query) }));
  own(
    registerAbstractCommands({
      panel,
      view,
      lastEditor,
      choosePapers: () => pick.choose(l10n.t('Choose a paper to read')),
    }),
  );
  own(registerTopicCommands({ library, topicCorrections, papersMeant }));
  own(registerReadingStateCommands({ library, readingStates, papersMeant, log }));
  own(registerCopyCommands({ library, lastEditor, papersMeant, log }));
  const chosenBibliography = new ChosenBibliography(workspaceState);
  const bibliographies = new DeclaredBibliographies({ library, home: platform.home });
  const leftEntries = own(new LeftEntries());
  own(registerLeftEntryMessage(leftEntries));
  const writer = new CitationWriter({
    library,
    bibliographies,
    saver: own(new BibliographySaver()),
    leftEntries,
    platform,
  });
  const choose: CitationOptions['chooseBibliography'] = (document, declared) =>
    chooseBibliography(document, declared, {
      chosen: chosenBibliography,
      candidates: () => library.projectFiles(),
    });
  own(
    registerInsertCitation({
      writer,
      lastEditor,
      choosePapers: () => pick.choose(l10n.t('Choose papers to cite'), true),
      chooseBibliography: choose,
      showEntry: async (id) => {
        const [source] = (await library.abstractContent(id))?.sources ?? [];
        if (source) await openSource(source.uri, source.line, lastEditor.current?.viewColumn);
      },
      noteCited: (ids) => void familiarPapers.note(ids, 'cited'),
      log,
    }),
  );
  own(registerExplainBibliography({ bibliographies, chosen: chosenBibliography, lastEditor, log }));
  own(registerBibliographyStatus({ bibliographies, library, lastEditor }));
  own(registerPaperDrop({ writer }));
  own(registerPasteCitation({ library, writer, chooseBibliography: choose, log }));
  return createApi({ library, treeOptions, importedFiles, sourceLabels });
}
