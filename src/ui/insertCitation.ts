import {
  commands,
  type Disposable,
  env,
  l10n,
  type LogOutputChannel,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { PaperId } from '../core/paper';
import type { LastTextEditor } from '../host/activeTextEditor';
import type { BibliographyChoice, CitationOptions, CitationWriter, WrittenCitation } from '../host/citationWriter';
import { type CitationFailure, citationFailure } from './citationFailure';
import { messageText } from './messageText';
import { paperArguments } from './paperArguments';
import { slowTask } from './slowTask';

export interface InsertCitationOptions {
  readonly writer: CitationWriter;
  readonly lastEditor: LastTextEditor;
  /** Told of papers that have been cited. */
  readonly noteCited: (ids: readonly PaperId[]) => void;
  /** Asks for papers; empty when the question was dismissed. */
  readonly choosePapers: () => Promise<readonly PaperId[]>;
  /** Where entries go: asks where that is not certain. */
  readonly chooseBibliography: CitationOptions['chooseBibliography'];
  /** Shows the entry of a paper in the file that holds it. */
  readonly showEntry: (id: PaperId) => Promise<void>;
  readonly log: LogOutputChannel;
}

const feedbackMilliseconds = 4000;

type Keys = Readonly<Record<PaperId, string>>;

/**
 * `paperside.insertCitation`: cites papers at the cursors of the editor that was last active, and puts those into the
 * document's bibliography that it does not hold. Called with `{ ids }` it never asks and shows nothing: `bibliography`
 * is the address of the file for entries or `none`, without it they go where there is no choice, else the citation is
 * written alone; called with rows of the tree it tells people what went wrong; called with neither it asks for papers.
 * Resolves to whether it wrote, the reason why not in the log; never rejects.
 */
export function registerInsertCitation(options: InsertCitationOptions): Disposable {
  const { choosePapers, log } = options;
  return commands.registerCommand('paperside.insertCitation', async (...parameters: readonly unknown[]) => {
    const given = paperArguments(parameters);
    try {
      if (given.kind === 'none') warmUp(options);
      const ids = given.kind === 'none' ? await choosePapers() : given.ids;
      if (given.kind === 'none' && ids.length === 0) return false;
      const isAsked = given.kind !== 'code';
      const choose = isAsked ? options.chooseBibliography : certainBibliography(parameters[0], log);
      return await cite(ids, options, choose, isAsked);
    } catch (error) {
      log.error('No citation was inserted.', error);
    }
    return false;
  });
}

/** Reads what has to be read while the person looks for papers. */
function warmUp({ lastEditor, log, writer }: InsertCitationOptions): void {
  const { current } = lastEditor;
  // What is wrong with it is told when something is to be written.
  if (current) writer.warmUp(current.document).catch((error: unknown) => log.debug(`Nothing was read ahead: ${error}`));
}

async function cite(
  ids: readonly PaperId[],
  options: InsertCitationOptions,
  chooseBibliography: InsertCitationOptions['chooseBibliography'],
  isAsked: boolean,
  keys?: Keys,
): Promise<boolean> {
  const { lastEditor, log, noteCited, writer } = options;
  const writeShown = (shown: TextEditor): Promise<WrittenCitation> =>
    slowTask(l10n.t('Citing…'), ({ asking, token }) =>
      writer.write(shown, ids, {
        chooseBibliography: (...asked) => asking(() => chooseBibliography(...asked)),
        ...(keys && { keys }),
        token,
      }),
    );
  const editor = ids.length === 0 ? undefined : await lastEditor.reveal();
  const written: WrittenCitation | CitationFailure = editor
    ? await (isAsked ? writeShown(editor) : writer.write(editor, ids, { chooseBibliography }))
    : { kind: ids.length === 0 ? 'noPapers' : 'noEditor' };
  if (written.kind === 'dismissed') return false;
  if (written.kind === 'written') {
    noteCited(ids);
    if (written.patternMistake !== undefined) tellMistake(written.patternMistake, isAsked, log);
    if (written.bibliography && isAsked) {
      const name = workspace.asRelativePath(written.bibliography);
      window.setStatusBarMessage(`$(check) ${l10n.t('Added to {0}', name)}`, feedbackMilliseconds);
    }
    return true;
  }
  const message = citationFailure(written);
  log.warn(`No citation was inserted: ${message}`);
  if (!isAsked) return false;
  const retry = (paper: PaperId, key: string): Promise<boolean> =>
    cite(ids, options, chooseBibliography, isAsked, { ...keys, [paper]: key });
  // Not awaited: the command is over, whenever the message is.
  void explain(written, message, retry, options.showEntry).catch((error: unknown) => log.error(error as Error));
  return false;
}

function tellMistake(name: string, isAsked: boolean, log: LogOutputChannel): void {
  const message = l10n.t(
    'The setting {0} names "{1}", which no pattern knows. The key was made without it.',
    'paperside.citation.keyPattern',
    messageText(name),
  );
  log.warn(message);
  if (isAsked) void window.showWarningMessage(message);
}

/** Tells what went wrong, and offers what can be done about it. */
async function explain(
  failure: WrittenCitation | CitationFailure,
  message: string,
  retry: (paper: PaperId, key: string) => Promise<boolean>,
  showEntry: InsertCitationOptions['showEntry'],
): Promise<void> {
  if (failure.kind === 'refusedEntries') {
    const [copy, open] = [l10n.t('Copy Entry'), l10n.t('Open')];
    const chosen = await window.showWarningMessage(message, copy, open);
    if (chosen !== undefined) await env.clipboard.writeText(failure.text);
    if (chosen === open) await window.showTextDocument(failure.bibliography);
  } else if (failure.kind === 'refused' && failure.reason === 'key') {
    const isNew = 'isNew' in failure && failure.isNew;
    // Other documents may cite by a key that stands in a file: whoever changes it must see where.
    const action = isNew ? l10n.t('Cite as "{0}"', failure.suggestion) : l10n.t('Show Entry');
    if ((await window.showWarningMessage(message, action)) !== action) return;
    await (isNew ? retry(failure.paper, failure.suggestion) : showEntry(failure.paper));
  } else {
    await window.showWarningMessage(message);
  }
}

/** What code said, else the only one there is; never a question. */
function certainBibliography(argument: unknown, log: LogOutputChannel): CitationOptions['chooseBibliography'] {
  const given = bibliographyIn(argument);
  return (_document, { files }) => {
    if (given) return Promise.resolve(given);
    const [only] = files;
    if (only && files.length === 1) return Promise.resolve(only);
    log.info(
      only
        ? `The document declares ${files.length} bibliographies, so no entry was added to any of them.`
        : 'The document declares no bibliography, so no entry was added.',
    );
    return Promise.resolve('none');
  };
}

function bibliographyIn(argument: unknown): BibliographyChoice | undefined {
  const given: unknown =
    typeof argument === 'object' && argument !== null && 'bibliography' in argument ? argument.bibliography : undefined;
  if (given === 'none' || given instanceof Uri) return given;
  return typeof given === 'string' && given !== '' ? Uri.parse(given, true) : undefined;
}
