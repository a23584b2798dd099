import { commands, Disposable, l10n, type QuickInputButton, ThemeIcon, window } from 'vscode';
import type { LibraryClient } from '../host/libraryClient';
import type { LibraryFilter } from '../host/libraryFilter';
import { messageText } from './messageText';
import { paperCount } from './paperCount';
import { queryProblemText } from './queryProblemText';

/** The tree follows when nobody has typed for so long. */
const pauseMilliseconds = 150;

export interface FilterCommandsOptions {
  readonly library: Pick<LibraryClient, 'countMatching' | 'size'>;
  readonly filter: LibraryFilter;
  /** Asks for a name, and keeps the query under it. */
  readonly save: (query: string) => Thenable<unknown>;
}

/** `paperside.filterLibrary`, which asks unless it is called with the query, and `paperside.clearLibraryFilter`. */
export function registerFilterCommands(options: FilterCommandsOptions): Disposable {
  const { filter } = options;
  let asking: Disposable | undefined;
  return Disposable.from(
    { dispose: () => asking?.dispose() },
    commands.registerCommand('paperside.filterLibrary', async (query?: unknown) => {
      await commands.executeCommand('paperside.library.focus');
      if (typeof query === 'string') {
        filter.set(query);
      } else {
        asking?.dispose();
        asking = askFilter(options);
      }
    }),
    commands.registerCommand('paperside.clearLibraryFilter', () => filter.set('')),
  );
}

/** An input whose text filters the tree while it is typed; Escape brings back what was there before. */
function askFilter({ filter, library, save }: FilterCommandsOptions): Disposable {
  const before = filter.query;
  const input = window.createInputBox();
  const saveButton: QuickInputButton = { iconPath: new ThemeIcon('bookmark'), tooltip: l10n.t('Save search…') };
  const help = l10n.t('Words, or fields such as author:dao year:2023.. is:unread');
  let timer: unknown;
  let isAccepted = false;
  let asked = 0;
  const apply = async (): Promise<void> => {
    clearTimeout(timer);
    const question = ++asked;
    const query = input.value;
    filter.set(query);
    const [answer] = query.trim() === '' ? [] : await library.countMatching([query]);
    if (question !== asked) return; // typed on, or hidden
    input.prompt = answer ? l10n.t('{0} of {1}', answer.count, paperCount(library.size)) : help;
    // What is wrong at the end may only be unfinished.
    const mistakes = answer?.problems.filter(({ end }) => end < query.trimEnd().length) ?? [];
    const said = mistakes.map(queryProblemText).join('; ');
    input.validationMessage = said === '' ? undefined : messageText(said);
  };
  const accept = (): void => {
    isAccepted = true;
    filter.set(input.value);
    input.hide();
  };
  input.title = l10n.t('Filter library');
  input.placeholder = help;
  input.prompt = help;
  input.value = before;
  input.buttons = [saveButton];
  /** At once: VS Code tells of hiding later, when another question may be open. */
  const end = (): void => {
    clearTimeout(timer);
    asked++;
    subscriptions.dispose();
    if (!isAccepted) filter.set(before);
    isAccepted = true;
  };
  const applySafely = (): void => {
    // Without the library nothing can be counted, and the tree says so.
    void apply().catch(() => undefined);
  };
  const subscriptions = Disposable.from(
    input,
    input.onDidChangeValue(() => {
      clearTimeout(timer);
      timer = setTimeout(applySafely, pauseMilliseconds);
    }),
    input.onDidAccept(accept),
    input.onDidTriggerButton(async () => {
      accept();
      await save(filter.query);
    }),
    input.onDidHide(end),
  );
  input.show();
  if (before !== '') applySafely();
  return { dispose: end };
}
