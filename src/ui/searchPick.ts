import {
  commands,
  type Disposable,
  l10n,
  type LogOutputChannel,
  type QuickInputButton,
  type QuickPick,
  type QuickPickItem,
  QuickPickItemKind,
  ThemeIcon,
  window,
} from 'vscode';
import type { PaperId } from '../core/paper';
import type { QueryProblem } from '../core/search/query/searchQuery';
import type { SearchHit } from '../core/search/searchHit';
import type { LibraryClient } from '../host/libraryClient';
import type { ReadingStateStore } from '../host/readingStateStore';
import type { RecentPapers } from '../host/recentPapers';
import { byline, rowLabel, withoutIcons } from './paperLabels';
import { queryProblemText } from './queryProblemText';

/** Set while the pick is on screen, so that its keys mean something there only. */
const visibleContext = 'paperside.searchVisible';
const papersShown = 50;
const busyAfterMilliseconds = 100;
/** What the pick is wide enough for, buttons included. */
const charactersPerLine = 84;

/** What can be done with a row besides opening it. Each has a button on the row and a key. */
export type PickAction = 'insertCitation' | 'openExternal' | 'copyBibTeX';

export interface SearchPickOptions {
  readonly library: LibraryClient;
  readonly readingStates: ReadingStateStore;
  readonly recentPapers: RecentPapers;
  readonly open: (id: PaperId) => Thenable<unknown>;
  readonly run: (action: PickAction, id: PaperId) => Thenable<unknown>;
  readonly log: LogOutputChannel;
}

interface PaperItem extends QuickPickItem {
  readonly id: PaperId;
}

interface PaperButton extends QuickInputButton {
  readonly action: PickAction;
}

type Item = PaperItem | QuickPickItem;

/** The pick that finds papers while one types. One at a time: searching again brings the same one back, emptied. */
export class SearchPick implements Disposable {
  readonly #options: SearchPickOptions;
  #current: OpenPick | undefined;

  constructor(options: SearchPickOptions) {
    this.#options = options;
  }

  dispose(): void {
    this.#current?.dispose();
  }

  /**
   * Shows the pick. Enter opens the abstract.
   * @param text what it starts with
   */
  search(text = ''): void {
    this.#show(text, undefined);
  }

  /** Shows the pick to choose one paper: Enter answers with it instead of opening it. Empty when it was dismissed. */
  choose(title: string): Promise<readonly PaperId[]> {
    return new Promise((resolve) => this.#show('', { title, resolve }));
  }

  /** Opens the abstract of the active row and leaves the pick on screen. */
  async openAndStay(): Promise<void> {
    const id = await this.#current?.activeId();
    if (id !== undefined) await this.#options.open(id);
  }

  /** Carries out an action on the active row, as its button does. */
  async runAction(action: PickAction): Promise<void> {
    const pick = this.#current;
    const id = await pick?.activeId();
    if (id !== undefined) pick?.run(action, id);
  }

  #show(text: string, choice: Choice | undefined): void {
    this.#current?.dispose();
    const pick = new OpenPick(this.#options, text, choice, () => {
      if (this.#current === pick) this.#current = undefined;
    });
    this.#current = pick;
  }
}

interface Choice {
  readonly title: string;
  readonly resolve: (ids: readonly PaperId[]) => void;
}

/** One showing of the pick, from the first key to its hiding. */
class OpenPick implements Disposable {
  readonly #options: SearchPickOptions;
  readonly #pick: QuickPick<Item>;
  readonly #choice: Choice | undefined;
  readonly #onDidEnd: () => void;
  #query = 0;
  /** Settles when the rows answer what was typed last; never rejects. */
  #answer: Promise<void> = Promise.resolve();
  #ended = false;

  constructor(options: SearchPickOptions, text: string, choice: Choice | undefined, onDidEnd: () => void) {
    this.#options = options;
    this.#choice = choice;
    this.#onDidEnd = onDidEnd;
    const pick = window.createQuickPick<Item>();
    this.#pick = pick;
    // VS Code would move rows whose title holds the typed text above better ones. The property is not yet in the API;
    // an end-to-end test of the order guards it.
    (pick as { sortByLabel?: boolean }).sortByLabel = false;
    pick.title = choice?.title ?? l10n.t('Search papers');
    pick.placeholder = l10n.t('Title, author, venue, year, arXiv id or words of the abstract');
    pick.value = text;
    pick.onDidChangeValue((value) => (this.#answer = this.#update(value)));
    pick.onDidAccept(() => void this.#accept());
    pick.onDidTriggerItemButton(({ button, item }) => {
      if (isPaper(item)) this.run((button as PaperButton).action, item.id);
    });
    pick.onDidHide(() => this.dispose());
    void commands.executeCommand('setContext', visibleContext, true);
    pick.show();
    this.#answer = this.#update(text);
  }

  dispose(): void {
    if (this.#ended) return;
    this.#ended = true;
    void commands.executeCommand('setContext', visibleContext, false);
    this.#pick.dispose();
    this.#choice?.resolve([]);
    this.#onDidEnd();
  }

  /** The paper of the active row, once the rows answer what has been typed: keys may come before the answer. */
  async activeId(): Promise<PaperId | undefined> {
    let answered: Promise<void>;
    do {
      answered = this.#answer;
      await answered;
    } while (answered !== this.#answer);
    if (this.#ended) return undefined;
    // The active row is told a moment after the rows have changed; until then it is one of those that were there before.
    const { activeItems, items } = this.#pick;
    const item = activeItems.find((active) => items.includes(active)) ?? items.find(isPaper);
    return item && isPaper(item) ? item.id : undefined;
  }

  run(action: PickAction, id: PaperId): void {
    if (action === 'insertCitation') this.#pick.hide(); // the citation belongs into the editor behind it
    void this.#options.run(action, id);
  }

  async #accept(): Promise<void> {
    const id = await this.activeId();
    if (id === undefined) return;
    const choice = this.#choice;
    choice?.resolve([id]);
    this.#pick.hide();
    if (!choice) void this.#options.open(id);
  }

  async #update(text: string): Promise<void> {
    const query = ++this.#query;
    const busy = setTimeout(() => {
      if (query === this.#query && !this.#ended) this.#pick.busy = true;
    }, busyAfterMilliseconds);
    try {
      const items = text.trim() === '' ? await this.#startItems() : await this.#foundItems(text);
      if (query !== this.#query || this.#ended) return; // a newer query will answer, or has
      this.#pick.items = items;
      const [first] = items;
      // Return opens a paper, whatever is said above it.
      if (first && !isPaper(first)) this.#pick.activeItems = items.filter(isPaper).slice(0, 1);
      this.#pick.busy = false;
    } catch (error) {
      this.#options.log.error('Searching failed.', error);
      if (query !== this.#query || this.#ended) return;
      this.#pick.items = [messageItem(l10n.t('Searching failed. Details are in the Paperside output channel.'))];
      this.#pick.busy = false;
    } finally {
      clearTimeout(busy);
    }
  }

  /** What the pick offers before anything is typed. */
  async #startItems(): Promise<readonly Item[]> {
    const { library, readingStates, recentPapers } = this.#options;
    await library.ready();
    const recent = recentPapers.ids;
    const toRead = readingStates.withState('toRead').filter((id) => !recent.includes(id));
    const section = (label: string, ids: readonly PaperId[]): readonly Item[] => {
      const items = ids.map((id) => this.#paperItem(id)).filter((item) => !!item);
      return items.length > 0 ? [{ label, kind: QuickPickItemKind.Separator }, ...items] : [];
    };
    return [...section(l10n.t('recently opened'), recent), ...section(l10n.t('to read'), toRead)];
  }

  async #foundItems(text: string): Promise<readonly Item[]> {
    const { hits, problems } = await this.#options.library.search(text, papersShown);
    const items = hits.map((hit) => this.#paperItem(hit.id, hit)).filter((item) => !!item);
    // What is wrong at the end may only be unfinished, unless nothing is found.
    const mistakes = problems.filter(({ end }) => end < text.trimEnd().length || items.length === 0);
    const rows = mistakes.map((problem) => problemItem(problem, text));
    if (items.length > 0) return [...rows, ...items];
    return rows.length > 0 ? rows : [messageItem(l10n.t('No paper found'))];
  }

  #paperItem(id: PaperId, hit?: SearchHit): PaperItem | undefined {
    const row = this.#options.library.row(id);
    if (!row) return undefined;
    const title = rowLabel(row.title);
    const who = rowLabel(byline(row));
    // VS Code cuts what does not fit behind the title; who wrote it then opens the second line.
    const fits = title.length + who.length <= charactersPerLine;
    const detail = [...(fits ? [] : [who]), ...(hit?.reason ? [rowLabel(reasonText(hit.reason))] : [])].join(' · ');
    return {
      id,
      label: withoutIcons(title),
      ...(fits && { description: withoutIcons(who) }),
      ...(detail !== '' && { detail: withoutIcons(detail) }),
      alwaysShow: true,
      buttons: row.hasArxiv ? allButtons() : allButtons().filter(({ action }) => action !== 'openExternal'),
    };
  }
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
    default:
      return text;
  }
}

/** What is wrong in a query, and where. */
function problemItem(problem: QueryProblem, text: string): QuickPickItem {
  const where = rowLabel(text.slice(problem.start, problem.end));
  return {
    label: `$(warning) ${withoutIcons(queryProblemText(problem))}`,
    description: withoutIcons(where),
    alwaysShow: true,
  };
}

function messageItem(label: string): QuickPickItem {
  return { label, alwaysShow: true };
}

function isPaper(item: Item): item is PaperItem {
  return 'id' in item;
}
