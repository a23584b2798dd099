import { commands, type Disposable, type LogOutputChannel, window } from 'vscode';
import type { PaperId } from '../core/paper';
import type { LastTextEditor } from '../host/activeTextEditor';
import { findPapers, type PaperSource } from '../host/paperSource';
import { writeCitation } from '../host/writeCitation';
import { type CitationFailure, citationFailure } from './citationFailure';
import { paperArguments } from './paperArguments';

export interface InsertCitationOptions {
  readonly library: Pick<PaperSource, 'papers'>;
  readonly lastEditor: LastTextEditor;
  /** Told of papers that have been cited. */
  readonly noteCited: (ids: readonly PaperId[]) => void;
  /** Asks for papers; empty when the question was dismissed. */
  readonly choosePapers: () => Promise<readonly PaperId[]>;
  readonly log: LogOutputChannel;
}

/**
 * `paperside.insertCitation`: cites papers at the cursors of the editor that was last active. Called with `{ ids }` it
 * never asks and shows nothing; called with rows of the tree it tells people what went wrong; called with neither it
 * asks for papers. Resolves to whether it wrote, the reason why not in the log; never rejects.
 */
export function registerInsertCitation(options: InsertCitationOptions): Disposable {
  const { choosePapers, log } = options;
  return commands.registerCommand('paperside.insertCitation', async (...parameters: readonly unknown[]) => {
    const given = paperArguments(parameters);
    try {
      const ids = given.kind === 'none' ? await choosePapers() : given.ids;
      if (given.kind === 'none' && ids.length === 0) return false;
      const failure = await cite(ids, options);
      if (!failure) return true;
      const message = citationFailure(failure);
      log.warn(`No citation was inserted: ${message}`);
      // Not awaited: the command is over, whenever the message is.
      if (given.kind !== 'code') void window.showWarningMessage(message);
    } catch (error) {
      log.error('No citation was inserted.', error);
    }
    return false;
  });
}

async function cite(
  ids: readonly PaperId[],
  { library, lastEditor, noteCited }: InsertCitationOptions,
): Promise<CitationFailure | undefined> {
  if (ids.length === 0) return { kind: 'noPapers' };
  const found = await findPapers(library, ids);
  if (found.kind === 'unknown') return found;
  const editor = await lastEditor.reveal();
  if (!editor) return { kind: 'noEditor' };
  const written = await writeCitation(editor, found.papers);
  if (written.kind !== 'written') return written;
  noteCited(found.papers.map(({ id }) => id));
  return undefined;
}
