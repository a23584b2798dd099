import { commands, Disposable, type LogOutputChannel, window } from 'vscode';
import type { PaperId } from '../core/paper';
import type { ReadingState } from '../core/readingState';
import { findPapers, type PaperSource } from '../host/paperSource';
import type { ReadingStateStore } from '../host/readingStateStore';
import { citationFailure } from './citationFailure';

const stateCommands: Readonly<Record<string, ReadingState | undefined>> = {
  'paperside.markToRead': 'toRead',
  'paperside.markReading': 'reading',
  'paperside.markRead': 'read',
  'paperside.clearReadingState': undefined,
};

export interface ReadingStateCommandsOptions {
  readonly library: Pick<PaperSource, 'papers'>;
  readonly readingStates: ReadingStateStore;
  /** The papers that a command's arguments, the panel or the user name; empty when the question was dismissed. */
  readonly papersMeant: (parameters: readonly unknown[]) => Promise<readonly PaperId[]>;
  readonly log: LogOutputChannel;
}

/** The commands that mark papers. They never reject. */
export function registerReadingStateCommands(options: ReadingStateCommandsOptions): Disposable {
  const { library, readingStates, papersMeant, log } = options;
  return Disposable.from(
    ...Object.entries(stateCommands).map(([command, state]) =>
      commands.registerCommand(command, async (...parameters: readonly unknown[]) => {
        try {
          const found = await findPapers(library, await papersMeant(parameters));
          if (found.kind === 'papers') {
            const ids = found.papers.map(({ id }) => id);
            await readingStates.set(ids, state);
            return;
          }
          const warning = citationFailure(found);
          log.warn(warning);
          void window.showWarningMessage(warning);
        } catch (error) {
          log.error(`${command} failed.`, error);
        }
      }),
    ),
  );
}
