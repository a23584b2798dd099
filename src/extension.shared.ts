import { commands, type ExtensionContext, l10n, Uri, window, workspace } from 'vscode';
import type { PaperId } from './core/paper';
import { LastTextEditor } from './host/activeTextEditor';
import { createApi, type PapersideApi } from './host/api';
import { LibraryClient, type LibrarySource } from './host/libraryClient';
import type { Platform } from './host/platform';
import { ReadingStateStore } from './host/readingStateStore';
import { RecentPapers } from './host/recentPapers';
import { SourceLabels } from './host/sourceLabels';
import { TreeOptions } from './host/treeOptions';
import { registerAbstractCommands } from './ui/abstractCommands';
import { AbstractPanel, abstractViewType } from './ui/abstractPanel';
import { registerCopyCommands } from './ui/copyCommands';
import { registerInsertCitation } from './ui/insertCitation';
import { LibraryView } from './ui/libraryView';
import { openSource } from './ui/openSource';
import { paperIdsFrom } from './ui/paperArguments';
import { registerPaperDrop } from './ui/paperDrop';
import { registerReadingStateCommands } from './ui/readingStateCommands';
import { registerSearchCommands } from './ui/searchCommands';
import { SearchPick } from './ui/searchPick';
import type { PaperNode } from './ui/treeNode';
import { registerTreeOptionCommands } from './ui/treeOptionCommands';
import { registerTroubleMessages } from './ui/troubleMessages';

/**
 * Puts Paperside together. The order of construction is the order of dependency; nothing is read and no worker started
 * before something asks for it.
 */
export function activateShared(context: ExtensionContext, platform: Platform): PapersideApi {
  const { extensionUri, globalState, globalStorageUri, subscriptions } = context;
  const own = <T extends { dispose(): unknown }>(disposable: T): T => {
    subscriptions.push(disposable);
    return disposable;
  };
  // As a row of the tree does: the person who pressed the button is told when it cannot be done.
  const runOn = (command: string, id: PaperId): Thenable<unknown> =>
    commands.executeCommand(`paperside.${command}`, { kind: 'paper', id } satisfies PaperNode);

  const log = own(window.createOutputChannel('Paperside', { log: true }));
  const library = own(
    new LibraryClient({
      sources: [bundledCorpus(extensionUri)],
      startWorker: () => platform.startWorker(extensionUri),
      // Imported when it is needed, so that its code is not even evaluated where a worker does the work.
      startLocally: async () => (await import('./worker/localLibrary')).startLocalLibrary(),
      log,
    }),
  );
  const readingStates = own(new ReadingStateStore(globalState));
  const recentPapers = new RecentPapers(globalState);
  const treeOptions = own(new TreeOptions(globalState));
  const lastEditor = own(new LastTextEditor());
  const sourceLabels = new SourceLabels({
    bundled: Uri.joinPath(extensionUri, 'corpus'),
    imports: Uri.joinPath(globalStorageUri, 'imports'),
  });

  const pick = own(
    new SearchPick({
      library,
      readingStates,
      recentPapers,
      open: (id) => runOn('openAbstract', id),
      run: runOn,
      log,
    }),
  );
  const choosePapers = (title: string) => (): Promise<readonly PaperId[]> => pick.choose(title);
  const view = own(new LibraryView({ library, readingStates, treeOptions }));
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
    panel.onDidChangePaper((id) => {
      if (id === undefined) return;
      void recentPapers.add(id);
      void view.reveal(id);
    }),
  );
  own(commands.registerCommand('paperside.showLog', () => log.show()));
  own(registerTroubleMessages(library));
  own(registerSearchCommands(pick));
  own(registerTreeOptionCommands(treeOptions));
  own(
    registerAbstractCommands({ panel, view, lastEditor, choosePapers: choosePapers(l10n.t('Choose a paper to read')) }),
  );
  own(registerReadingStateCommands({ library, readingStates, papersMeant, log }));
  own(registerCopyCommands({ library, lastEditor, papersMeant, log }));
  own(
    registerInsertCitation({ library, lastEditor, choosePapers: choosePapers(l10n.t('Choose a paper to cite')), log }),
  );
  own(registerPaperDrop({ library }));
  return createApi(library, treeOptions);
}

function bundledCorpus(extensionUri: Uri): LibrarySource {
  const uri = Uri.joinPath(extensionUri, 'corpus', 'papers.json');
  return { uri: uri.toString(), read: async () => workspace.fs.readFile(uri) };
}
