import { commands, Disposable, l10n, window } from 'vscode';
import type { LibraryFilter } from '../host/libraryFilter';
import type { SavedSearch, SavedSearches } from '../host/savedSearches';
import { messageText } from './messageText';
import { rowLabel, withoutIcons } from './paperLabels';

export interface SavedSearchCommandsOptions {
  readonly savedSearches: SavedSearches;
  readonly filter: Pick<LibraryFilter, 'query'>;
  readonly search: (query: string) => void;
}

/** Asks for what is missing, and keeps a query. @returns whether it was kept */
export async function saveSearch(
  savedSearches: SavedSearches,
  { name, query }: Partial<Pick<SavedSearch, 'name' | 'query'>>,
): Promise<boolean> {
  const given = query?.trim() ? query : await askQuery('');
  if (given === undefined) return false;
  const chosen = name ?? (await askName(given.trim()));
  if (chosen === undefined) return false;
  const kept = await savedSearches.add(chosen, given.trim());
  if (!kept) {
    void window.showWarningMessage(
      l10n.t('There is no room for another saved search. Delete one that you no longer use.'),
    );
  }
  return kept;
}

/** `paperside.saveSearch`, and what can be done with the row of a saved search. */
export function registerSavedSearchCommands(options: SavedSearchCommandsOptions): Disposable {
  const { filter, savedSearches, search } = options;
  const onSaved = (command: string, task: (saved: SavedSearch) => unknown): Disposable =>
    commands.registerCommand(command, async (row?: unknown) => {
      const saved = savedSearches.all.find(({ id }) => id === idOf(row)) ?? (await chooseSaved(savedSearches));
      if (saved) await task(saved);
    });
  return Disposable.from(
    commands.registerCommand('paperside.saveSearch', async (given?: unknown) => {
      const { name, query } = textsOf(given);
      await saveSearch(savedSearches, { query: query ?? filter.query, ...(name !== undefined && { name }) });
    }),
    onSaved('paperside.openSavedSearch', ({ query }) => search(query)),
    onSaved('paperside.renameSavedSearch', async ({ id, name }) => {
      const renamed = await askName(name);
      if (renamed !== undefined) await savedSearches.change(id, { name: renamed });
    }),
    onSaved('paperside.editSavedSearch', async ({ id, query }) => {
      const edited = await askQuery(query);
      if (edited !== undefined) await savedSearches.change(id, { query: edited.trim() });
    }),
    onSaved('paperside.deleteSavedSearch', async ({ id, name }) => {
      const restore = await savedSearches.delete(id);
      if (!restore) return;
      const undo = l10n.t('Undo');
      const answer = await window.showInformationMessage(
        l10n.t('Deleted the saved search “{0}”.', messageText(name)),
        undo,
      );
      if (answer === undo) await restore();
    }),
  );
}

async function askQuery(value: string): Promise<string | undefined> {
  return window.showInputBox({
    title: l10n.t('Search to save'),
    prompt: l10n.t('Words, or fields such as author:dao year:2023.. is:unread'),
    value,
    validateInput: (text) => (text.trim() === '' ? l10n.t('A search needs some words or a field.') : undefined),
  });
}

async function askName(value: string): Promise<string | undefined> {
  return window.showInputBox({ title: l10n.t('Name of the saved search'), value });
}

async function chooseSaved({ all }: SavedSearches): Promise<SavedSearch | undefined> {
  if (all.length === 0) {
    void window.showInformationMessage(l10n.t('There are no saved searches yet.'));
    return undefined;
  }
  const items = all.map((saved) => ({
    label: withoutIcons(rowLabel(saved.name)),
    description: withoutIcons(rowLabel(saved.query)),
    saved,
  }));
  return (await window.showQuickPick(items, { title: l10n.t('Choose a saved search') }))?.saved;
}

/** The row that a command was called on. */
function idOf(row: unknown): string | undefined {
  return textsOf(row).id;
}

/** `{ name, query }` as code gives it, or `{ id }` of a row. */
function textsOf(value: unknown): { readonly id?: string; readonly name?: string; readonly query?: string } {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([, text]) => typeof text === 'string'));
}
