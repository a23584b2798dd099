import { workspace } from 'vscode';
import { runCiting } from './citing';
import { emit } from './emit';
import { runFirstSearch } from './firstSearch';
import { runInteraction } from './interaction';
import { runLargeLibrary } from './largeLibrary';
import { runOwnLibrary } from './ownLibrary';
import { runStart } from './start';

const parts: Readonly<Record<string, () => Promise<void>>> = {
  start: runStart,
  interaction: runInteraction,
  largeLibrary: runLargeLibrary,
  ownLibrary: runOwnLibrary,
  firstSearch: runFirstSearch,
  citing: runCiting,
};

/** Runs the part of the bench that the settings name inside the extension host; VS Code calls it. */
export async function run(): Promise<void> {
  const part = workspace.getConfiguration('papersideBench').get<string>('part', '');
  try {
    const runPart = parts[part];
    if (!runPart) throw new Error(`There is no part "${part}".`);
    await runPart();
  } catch (error) {
    emit({ type: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    throw error;
  }
  // The window is closed by who opened it; it still has to be looked at.
  await new Promise(() => undefined);
}
