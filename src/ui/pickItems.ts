import { l10n, type QuickInputButton, type QuickPickItem, QuickPickItemKind, ThemeIcon } from 'vscode';
import type { PaperId, PaperRow } from '../core/paper';
import type { QueryCompletion } from '../core/search/query/completeQuery';
import type { QueryProblem } from '../core/search/query/searchQuery';
import type { SearchHit } from '../core/search/searchHit';
import { paperCount } from './paperCount';
import { byline, rowLabel, withoutIcons } from './paperLabels';
import { queryProblemText } from './queryProblemText';

/** What the pick is wide enough for, buttons included. */
const charactersPerLine = 84;

/** What can be done with a row besides opening it. Each has a button on the row and a key. */
export type PickAction = 'insertCitation' | 'openExternal' | 'copyBibTeX';

export interface PaperItem extends QuickPickItem {
  readonly id: PaperId;
}

/** A row that puts text into the input instead of ending the search. */
export interface TextItem extends QuickPickItem {
  readonly text: string;
}

export interface PaperButton extends QuickInputButton {
  readonly action: PickAction;
}

export type Item = PaperItem | TextItem | QuickPickItem;

export function isPaper(item: Item): item is PaperItem {
  return 'id' in item;
}

export function isText(item: Item): item is TextItem {
  return 'text' in item;
}

export function paperItem(row: PaperRow, reason?: SearchHit['reason']): PaperItem {
  const title = rowLabel(row.title);
  const who = rowLabel(byline(row));
  // VS Code cuts what does not fit behind the title; who wrote it then opens the second line.
  const fits = title.length + who.length <= charactersPerLine;
  const detail = [...(fits ? [] : [who]), ...(reason ? [rowLabel(reasonText(reason))] : [])].join(' · ');
  return {
    id: row.id,
    label: withoutIcons(title),
    ...(fits && { description: withoutIcons(who) }),
    ...(detail !== '' && { detail: withoutIcons(detail) }),
    alwaysShow: true,
    buttons: row.hasArxiv ? allButtons() : allButtons().filter(({ action }) => action !== 'openExternal'),
  };
}

function allButtons(): readonly PaperButton[] {
  return [
    { action: 'insertCitation', iconPath: new ThemeIcon('quote'), tooltip: l10n.t('Insert citation') },
    { action: 'openExternal', iconPath: new ThemeIcon('link-external'), tooltip: l10n.t('Open arXiv page') },
    { action: 'copyBibTeX', iconPath: new ThemeIcon('copy'), tooltip: l10n.t('Copy BibTeX') },
  ];
}

function reasonText({ field, text }: NonNullable<SearchHit['reason']>): string {
  switch (field) {
    case 'authors':
      return l10n.t('Author: {0}', text);
    case 'venue':
      return l10n.t('Venue: {0}', text);
    case 'keywords':
      return l10n.t('Keyword: {0}', text);
    default:
      return text;
  }
}

export function separator(label: string): QuickPickItem {
  return { label, kind: QuickPickItemKind.Separator };
}

/** Above the papers: how many there are, and how many of them are shown. */
export function countSeparator(shown: number, total: number): QuickPickItem {
  return separator(shown < total ? l10n.t('{0} of {1}', shown, paperCount(total)) : paperCount(total));
}

/** What is wrong in a query, and where. */
export function problemItem(problem: QueryProblem, text: string): QuickPickItem {
  return messageItem(
    `$(warning) ${withoutIcons(queryProblemText(problem))}`,
    withoutIcons(rowLabel(text.slice(problem.start, problem.end))),
  );
}

/** A value that the field at the end of a query may have. */
export function completionItem({ count, end, insert, label, start }: QueryCompletion, text: string): TextItem {
  return {
    text: `${text.slice(0, start)}${insert}${text.slice(end)} `,
    label: `$(symbol-field) ${withoutIcons(rowLabel(label))}`,
    ...(count !== undefined && { description: paperCount(count) }),
    alwaysShow: true,
  };
}

/** A query that was made before. */
export function recentItem(query: string): TextItem {
  return { text: query, label: `$(history) ${withoutIcons(rowLabel(query))}`, alwaysShow: true };
}

/** A field that a query may name, to be put behind what is typed. */
export function fieldItem(name: string, example: string, typed: string): TextItem {
  const before = typed.trim() === '' ? '' : `${typed.trimEnd()} `;
  return {
    text: `${before}${name}:`,
    label: `$(symbol-field) ${name}:`,
    description: l10n.t('for example {0}', example),
    alwaysShow: true,
  };
}

export function messageItem(label: string, description?: string): QuickPickItem {
  return { label, ...(description !== undefined && { description }), alwaysShow: true };
}
