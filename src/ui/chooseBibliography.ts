import { l10n, type QuickPickItem, type TextDocument, Uri, window, workspace } from 'vscode';
import { declareBibliography } from '../core/cite/declare/declareBibliography';
import { editableBytes } from '../core/cite/entry/editableBytes';
import type { ChosenBibliography } from '../host/chosenBibliography';
import type { BibliographyChoice, NewBibliography } from '../host/citationWriter';
import type { DocumentBibliographies } from '../host/documentBibliographies';
import { notebookOf } from '../host/notebookCells';
import { fileStamp } from '../host/fileStamp';

export interface ChooseBibliographyOptions {
  readonly chosen: ChosenBibliography;
  /** The bibliographies of the workspace that entries could go into. */
  readonly candidates: () => Promise<readonly Uri[]>;
}

interface ChoiceItem extends QuickPickItem {
  readonly choice: BibliographyChoice;
}

/**
 * Where entries of a document go: into the only bibliography it declares, else where somebody said before, else where
 * they say now, which may be a new file that the document then declares. `undefined` if the question was dismissed.
 */
export async function chooseBibliography(
  document: TextDocument,
  { files, format, root }: DocumentBibliographies,
  { candidates, chosen }: ChooseBibliographyOptions,
): Promise<BibliographyChoice | undefined> {
  const [only] = files;
  if (only && files.length === 1) return only;
  const before = chosen.current;
  const known = files.length > 0 ? files : await candidates();
  if (before === 'none' || known.some((uri) => uri.toString() === before?.toString())) return before;
  const items: ChoiceItem[] = known.map((uri) => ({
    label: `$(book) ${workspace.asRelativePath(uri)}`,
    choice: uri,
  }));
  const declaring = root ? await openWhole(root) : document;
  const made = files.length === 0 && declaring ? await newBibliography(declaring, format) : undefined;
  if (made) {
    items.push({
      label: `$(new-file) ${l10n.t('Create {0}', made.declaredAs)}`,
      detail: l10n.t('And declares it in {0}', workspace.asRelativePath(made.declaredIn.uri)),
      choice: made,
    });
  }
  items.push({
    label: `$(circle-slash) ${l10n.t('Citation only')}`,
    detail: l10n.t('Writes no entry'),
    choice: 'none',
  });
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Bibliography for This Workspace'),
    placeHolder:
      files.length > 0
        ? l10n.t('The document declares several bibliographies: which one shall entries go into?')
        : l10n.t('The document declares no bibliography: where shall entries go?'),
  });
  if (!picked) return undefined;
  // What the document declares from now on need not be remembered.
  if (picked.choice === 'none' || !('declaredAs' in picked.choice)) await chosen.choose(picked.choice);
  return picked.choice;
}

const newName = 'references.bib';

/** A bibliography beside a document, where there is none yet and the document has a place to declare it. */
async function newBibliography(document: TextDocument, format: string): Promise<NewBibliography | undefined> {
  if (document.isUntitled || notebookOf(document) || !declareBibliography(format, document.getText(), newName, '\n'))
    return undefined;
  const uri = Uri.joinPath(document.uri, '..', newName);
  return (await fileStamp(uri)) === undefined ? { uri, declaredAs: newName, declaredIn: document } : undefined;
}

/** A document that an edit changes nothing else of; nothing where it cannot be read, or not be saved as it is. */
async function openWhole(uri: Uri): Promise<TextDocument | undefined> {
  const open = workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
  if (open) return open;
  try {
    const bytes = editableBytes(await workspace.fs.readFile(uri));
    return 'encoding' in bytes ? await workspace.openTextDocument(uri, bytes) : undefined;
  } catch {
    return undefined;
  }
}
