import { commands, Disposable } from 'vscode';
import type { RecentSearches } from '../host/recentSearches';
import type { SearchPick } from './searchPick';

/** `paperside.search`, what it remembers, and the keys that work while its pick is on screen. */
export function registerSearchCommands(pick: SearchPick, recentSearches: Pick<RecentSearches, 'clear'>): Disposable {
  return Disposable.from(
    commands.registerCommand('paperside.search', (text?: unknown) =>
      pick.search(typeof text === 'string' ? text : undefined),
    ),
    commands.registerCommand('paperside.pick.openAndStay', () => pick.openAndStay()),
    commands.registerCommand('paperside.pick.insertCitation', () => pick.runAction('insertCitation')),
    commands.registerCommand('paperside.pick.openExternal', () => pick.runAction('openExternal')),
    commands.registerCommand('paperside.pick.complete', () => pick.complete()),
    commands.registerCommand('paperside.clearRecentSearches', () => recentSearches.clear()),
    commands.registerCommand('paperside.pick.copyBibTeX', () => pick.runAction('copyBibTeX')),
  );
}
