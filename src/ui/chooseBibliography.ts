import { l10n, type QuickPickItem, type Uri, window, workspace } from 'vscode';
import type { ChosenBibliography } from '../host/chosenBibliography';
import type { BibliographyChoice } from '../host/citationWriter';
import type { DocumentBibliographies } from '../host/documentBibliographies';

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
 * they say now. `undefined` if the question was dismissed.
 */
export async function chooseBibliography(
  { files }: DocumentBibliographies,
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
  await chosen.choose(picked.choice);
  return picked.choice;
}
