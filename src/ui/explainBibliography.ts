import {
  commands,
  type Disposable,
  l10n,
  type LogOutputChannel,
  QuickPickItemKind,
  type QuickPickItem,
  ThemeIcon,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { LastTextEditor } from '../host/activeTextEditor';
import type { ChosenBibliography } from '../host/chosenBibliography';
import {
  type BibliographyFinder,
  citesByKey,
  type DocumentBibliographies,
  type Place,
  type SkippedReason,
} from '../host/documentBibliographies';
import { fileStamp } from '../host/fileStamp';
import { citationFormatName } from './citationFormatName';
import { openSource } from './openSource';

export interface ExplainBibliographyOptions {
  readonly bibliographies: BibliographyFinder;
  readonly chosen: ChosenBibliography;
  readonly lastEditor: Pick<LastTextEditor, 'current'>;
  readonly log: LogOutputChannel;
}

interface ExplainItem extends QuickPickItem {
  readonly place?: Place;
  readonly file?: Uri;
  readonly forget?: true;
}

/**
 * `paperside.explainBibliography`: how the document is cited in, which bibliographies were found and who declares them,
 * and which were not used and why. Choosing one goes to the line that declares it.
 */
export function registerExplainBibliography(options: ExplainBibliographyOptions): Disposable {
  const { bibliographies, chosen, lastEditor, log } = options;
  return commands.registerCommand('paperside.explainBibliography', async () => {
    const { current } = lastEditor;
    if (!current) {
      void window.showInformationMessage(l10n.t('Open a document to see which bibliography it is cited from.'));
      return;
    }
    try {
      const found = await bibliographies.find(current.document);
      const items = await itemsFor(found, chosen);
      const picked = await show(items, workspace.asRelativePath(current.document.uri));
      if (picked?.forget) await chosen.choose(undefined);
      else if (picked?.place) await openSource(picked.place.uri.toString(), picked.place.line, current.viewColumn);
    } catch (error) {
      log.error('The bibliography could not be explained.', error);
      void window.showErrorMessage(l10n.t('That could not be done. Details are in the Paperside output channel.'));
    }
  });
}

/** Like `showQuickPick`, with a button that opens the bibliography itself. */
function show(items: readonly ExplainItem[], document: string): Promise<ExplainItem | undefined> {
  const pick = window.createQuickPick<ExplainItem>();
  pick.title = l10n.t('Bibliography of {0}', document);
  pick.placeholder = l10n.t('Choose one to go to the line that declares it');
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = items;
  return new Promise((resolve) => {
    pick.onDidTriggerItemButton(({ item: { file } }) => {
      pick.hide();
      if (file) void openSource(file.toString(), 0);
    });
    pick.onDidAccept(() => {
      resolve(pick.activeItems[0]);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

async function itemsFor(found: DocumentBibliographies, chosen: ChosenBibliography): Promise<readonly ExplainItem[]> {
  const { declaredIn, files, format, root, skipped } = found;
  const items: ExplainItem[] = [separator(l10n.t('Citations')), formatItem(found)];
  if (root)
    items.push({
      label: l10n.t('Part of {0}', nameOf(root)),
      iconPath: new ThemeIcon('file'),
      place: { uri: root, line: 0 },
    });
  if (!citesByKey(format)) return items;
  items.push(separator(l10n.t('Bibliographies')));
  const stamps = await Promise.all(files.map((uri) => fileStamp(uri)));
  for (const [index, file] of files.entries()) {
    const place = declaredIn[index];
    const isThere = stamps[index] !== undefined;
    items.push({
      label: nameOf(file),
      iconPath: new ThemeIcon(isThere ? 'book' : 'warning'),
      description: place ? declaredAt(place) : l10n.t('found beside the document'),
      ...(!isThere && { detail: l10n.t('The file is not there. The first citation makes it.') }),
      place: place ?? { uri: file, line: 0 },
      file,
      ...(isThere && { buttons: [{ iconPath: new ThemeIcon('go-to-file'), tooltip: l10n.t('Open Bibliography') }] }),
    });
  }
  if (files.length === 0) {
    items.push({
      label: l10n.t('None is declared'),
      iconPath: new ThemeIcon('info'),
      detail: l10n.t('The first citation asks where entries shall go.'),
    });
  }
  const { current } = chosen;
  if (current && files.length !== 1) {
    items.push({
      label: current === 'none' ? l10n.t('No entries are written') : l10n.t('Entries go into {0}', nameOf(current)),
      iconPath: new ThemeIcon('check'),
      description: l10n.t('chosen for this workspace'),
      detail: l10n.t('Choose this to be asked again.'),
      forget: true,
    });
  }
  if (skipped.length > 0) items.push(separator(l10n.t('Not Used')));
  for (const { declaredIn: place, reason, written } of skipped) {
    items.push({
      label: written,
      iconPath: new ThemeIcon('circle-slash'),
      description: declaredAt(place),
      detail: explain(reason),
      place,
    });
  }
  return items;
}

function formatItem({ dialect, format, package: used }: DocumentBibliographies): ExplainItem {
  const reads = format === 'latex' && dialect ? (dialect === 'biblatex' ? 'biber' : 'BibTeX') : undefined;
  return {
    label: citationFormatName(format),
    iconPath: new ThemeIcon('quote'),
    ...(format === 'latex' && {
      description: [used ?? l10n.t('no citation package'), reads].filter(Boolean).join(' · '),
    }),
    ...(!citesByKey(format) && { detail: l10n.t('Cites without a bibliography') }),
  };
}

function separator(label: string): ExplainItem {
  return { label, kind: QuickPickItemKind.Separator };
}

function nameOf(uri: Uri): string {
  return workspace.asRelativePath(uri);
}

function declaredAt({ line, uri }: Place): string {
  return l10n.t('declared in {0}, line {1}', nameOf(uri), line + 1);
}

function explain(reason: SkippedReason): string {
  switch (reason) {
    case 'address':
      return l10n.t('It is on the web. Paperside reads and writes files only.');
    case 'code':
      return l10n.t('It is computed by another program.');
    case 'folder':
      return l10n.t('It is a folder.');
    case 'nowhere':
      return l10n.t('It leads to another machine or drive, or above the root.');
    case 'untrusted':
      return l10n.t('It lies outside this workspace, which you have not trusted.');
  }
}
