import { commands, Disposable } from 'vscode';
import type { PaperId } from '../core/paper';
import type { ReadingState } from '../core/readingState';
import type { ReadingStateStore } from '../host/readingStateStore';

const stateCommands: Readonly<Record<string, ReadingState | undefined>> = {
  'paperside.markToRead': 'toRead',
  'paperside.markReading': 'reading',
  'paperside.markRead': 'read',
  'paperside.clearReadingState': undefined,
};

/**
 * The commands that mark papers.
 * @param papersMeant the papers that a command's arguments, the panel or the user name
 */
export function registerReadingStateCommands(
  readingStates: ReadingStateStore,
  papersMeant: (parameters: readonly unknown[]) => Promise<readonly PaperId[]>,
): Disposable {
  return Disposable.from(
    ...Object.entries(stateCommands).map(([command, state]) =>
      commands.registerCommand(command, async (...parameters: readonly unknown[]) => {
        await readingStates.set(await papersMeant(parameters), state);
      }),
    ),
  );
}
