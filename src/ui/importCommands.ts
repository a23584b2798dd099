import { commands, Disposable, env, l10n, type LogOutputChannel, type QuickPickItem, Uri, window } from 'vscode';
import type { LastTextEditor } from '../host/activeTextEditor';
import type { ImportedFiles, ImportSummary } from '../host/importedFiles';

export interface ImportCommandsOptions {
  readonly imported: ImportedFiles;
  readonly lastEditor: Pick<LastTextEditor, 'current'>;
  readonly log: LogOutputChannel;
}

/** `paperside.import`, which asks what to import unless it is called with a file's address, and its reverse. */
export function registerImportCommands(options: ImportCommandsOptions): Disposable {
  const { imported, log } = options;
  const failed = (what: string, error: unknown): void => {
    const reason = error instanceof Error ? error.message : String(error);
    log.error(`${what} ${reason}`);
    void window.showErrorMessage(`${what} ${sentence(reason)}`);
  };
  return Disposable.from(
    commands.registerCommand('paperside.import', async (argument?: unknown) => {
      try {
        const summary = argument instanceof Uri ? await imported.importFile(argument) : await ask(options);
        if (summary) void window.showInformationMessage(told(summary));
      } catch (error) {
        failed(l10n.t('Nothing was imported:'), error);
      }
    }),
    commands.registerCommand('paperside.removeImport', async () => {
      try {
        await remove(imported);
      } catch (error) {
        failed(l10n.t('The import was not removed:'), error);
      }
    }),
  );
}

async function ask({ imported, lastEditor }: ImportCommandsOptions): Promise<ImportSummary | undefined> {
  const document = lastEditor.current?.document;
  const file = { label: l10n.t('File…'), description: l10n.t('BibTeX, RIS, CSL, hayagriva, CITATION.cff') };
  const clipboard = {
    label: l10n.t('Clipboard'),
    description: l10n.t('A BibTeX entry, a CSL item, a page of Hugging Face Papers'),
  };
  const editor = { label: l10n.t('Active editor'), description: document ? nameOf(document.uri) : '' };
  const choices = document ? [file, clipboard, editor] : [file, clipboard];
  const choice = await window.showQuickPick<QuickPickItem>(choices, { title: l10n.t('Import papers from') });
  switch (choice) {
    case file: {
      const [uri] = (await window.showOpenDialog({ canSelectMany: false, title: l10n.t('Import Papers') })) ?? [];
      return uri && imported.importFile(uri);
    }
    case clipboard:
      return imported.importText(...named('clipboard', await env.clipboard.readText()));
    case editor:
      if (!document) return undefined;
      return imported.importText(...named(document.isUntitled ? 'editor' : nameOf(document.uri), document.getText()));
    default:
      return undefined;
  }
}

/** A text, under a name whose ending tells what it looks like, where the name has none of a library. */
function named(name: string, text: string): readonly [string, string] {
  const beginning = text.trimStart();
  if (beginning === '') throw new Error(l10n.t('there is no text'));
  if (/\.(?:bib|bibtex|ris|json|ya?ml|cff)$/i.test(name)) return [name, text];
  if (/^[@%]/.test(beginning)) return [`${name}.bib`, text];
  if (/^[{[]/.test(beginning)) return [`${name}.csl.json`, text];
  if (/^TY {2}- /m.test(beginning)) return [`${name}.ris`, text];
  if (/^(?:- |---|references:|[\w-]+:\s*\n)/.test(beginning)) return [`${name}.yaml`, text];
  return [`${name}.txt`, text];
}

async function remove(imported: ImportedFiles): Promise<void> {
  const files = await imported.list();
  if (files.length === 0) {
    void window.showInformationMessage(l10n.t('Nothing has been imported.'));
    return;
  }
  const items = files.map((uri) => ({ label: nameOf(uri), uri }));
  const title = l10n.t('Remove the papers of an import');
  const chosen = await window.showQuickPick(items, { title });
  if (chosen) await imported.delete(chosen.uri);
}

function told({ added, merged, problems }: ImportSummary): string {
  const papers =
    added === 1
      ? l10n.t('1 paper added, {0} known already.', merged)
      : l10n.t('{0} papers added, {1} known already.', added, merged);
  return problems === 0 ? papers : `${papers} ${l10n.t('The Problems view lists what is wrong in the file.')}`;
}

function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Reasons are pieces of sentences: with a full stop, they end one. */
function sentence(reason: string): string {
  return /[.!?]$/.test(reason) ? reason : `${reason}.`;
}
