import {
  commands,
  type Disposable,
  l10n,
  type LogOutputChannel,
  type QuickInputButton,
  type QuickPick,
  type QuickPickItem,
  ThemeIcon,
  window,
} from 'vscode';
import type { PaperId } from '../core/paper';
import type { LibraryClient } from '../host/libraryClient';
import type { ReadingStateStore } from '../host/readingStateStore';
import type { RecentPapers } from '../host/recentPapers';
import type { RecentSearches } from '../host/recentSearches';
import { LatestAnswer } from './latestAnswer';
import {
  completionItem,
  countSeparator,
  fieldItem,
  isPaper,
  isText,
  type Item,
  messageItem,
  type PaperButton,
  type PaperItem,
  paperItem,
  type PickAction,
  problemItem,
  recentItem,
  separator,
} from './pickItems';

/** Set while the pick is on screen, so that its keys mean something there only. */
const visibleContext = 'paperside.searchVisible';
/** Set while it offers to complete what is typed. */
const completesContext = 'paperside.searchCompletes';
const papersShown = 50;
const busyAfterMilliseconds = 100;

/** What a query may ask for, and how. */
const fieldExamples: Readonly<Record<string, string>> = {
  author: 'author:dao',
  title: 'title:"kv cache"',
  year: 'year:2022..2024',
  venue: 'venue:ICLR',
  topic: 'topic:quantization',
  keyword: 'keyword:pruning',
  source: 'source:refs.bib',
  is: 'is:unread',
  has: 'has:code',
  key: 'key:dao2022',
  id: 'id:2205.14135',
  abstract: 'abstract:"memory wall"',
};

export interface SearchPickOptions {
  readonly library: Pick<LibraryClient, 'ready' | 'row' | 'search'>;
  readonly readingStates: Pick<ReadingStateStore, 'withState'>;
  readonly recentPapers: Pick<RecentPapers, 'ids'>;
  readonly recentSearches: Pick<RecentSearches, 'add' | 'all'>;
  readonly open: (id: PaperId) => Thenable<unknown>;
  readonly run: (action: PickAction, id: PaperId) => Thenable<unknown>;
  /** Asks for a name, and keeps the query under it. */
  readonly saveSearch: (query: string) => Thenable<unknown>;
  readonly log: LogOutputChannel;
}

/** Enter answers with papers instead of opening one. */
export interface Choice {
  readonly title: string;
  /** Whether several may be ticked. */
  readonly several: boolean;
  readonly resolve: (ids: readonly PaperId[]) => void;
}

/** One showing of the pick, from the first key to its hiding. */
export class OpenPick implements Disposable {
  readonly #options: SearchPickOptions;
  readonly #pick: QuickPick<Item>;
  readonly #choice: Choice | undefined;
  readonly #onDidEnd: () => void;
  readonly #answer = new LatestAnswer();
  readonly #fieldsButton: QuickInputButton;
  readonly #saveButton: QuickInputButton;
  /** In the order in which they were ticked, whether they are among the rows or not. */
  readonly #ticked = new Map<PaperId, PaperItem>();
  /** What the rows answer. */
  #text: string | undefined;
  #ended = false;
  #isAccepted = false;

  constructor(options: SearchPickOptions, text: string, choice: Choice | undefined, onDidEnd: () => void) {
    this.#options = options;
    this.#choice = choice;
    this.#onDidEnd = onDidEnd;
    this.#fieldsButton = { iconPath: new ThemeIcon('symbol-field'), tooltip: l10n.t('Search by a field…') };
    this.#saveButton = { iconPath: new ThemeIcon('bookmark'), tooltip: l10n.t('Save search…') };
    const pick = window.createQuickPick<Item>();
    this.#pick = pick;
    // VS Code would move rows whose title holds the typed text above better ones. The property is not yet in the API;
    // an end-to-end test of the order guards it.
    (pick as { sortByLabel?: boolean }).sortByLabel = false;
    pick.title = choice?.title ?? l10n.t('Search papers');
    pick.placeholder = l10n.t('Title, author, venue, year, arXiv id or words of the abstract');
    pick.canSelectMany = choice?.several ?? false;
    pick.buttons = choice ? [this.#fieldsButton] : [this.#fieldsButton, this.#saveButton];
    pick.value = text;
    pick.onDidChangeValue((value) => this.#update(value));
    pick.onDidChangeSelection((selected) => this.#tick(selected));
    pick.onDidAccept(() => void this.#accept());
    pick.onDidTriggerButton((button) => this.#press(button));
    pick.onDidTriggerItemButton(({ button, item }) => {
      if (isPaper(item)) this.run((button as PaperButton).action, item.id);
    });
    pick.onDidHide(() => this.dispose());
    void commands.executeCommand('setContext', visibleContext, true);
    pick.show();
    this.#update(text);
  }

  dispose(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#answer.end();
    void commands.executeCommand('setContext', visibleContext, false);
    this.#setCompletes(false);
    this.#pick.dispose();
    this.#choice?.resolve([]);
    this.#onDidEnd();
  }

  /** The paper of the active row, once the rows answer what has been typed: keys may come before the answer. */
  async activeId(): Promise<PaperId | undefined> {
    const item = await this.#activeItem();
    return item && isPaper(item) ? item.id : undefined;
  }

  run(action: PickAction, id: PaperId): void {
    this.noteQuery();
    if (action === 'insertCitation') this.#pick.hide(); // the citation belongs into the editor behind it
    void this.#options.run(action, id);
  }

  /** Notes that what is typed has led to a paper. */
  noteQuery(): void {
    void this.#options.recentSearches.add(this.#pick.value);
  }

  /** Takes the first value that is offered for the field at the end of the query. */
  async complete(): Promise<void> {
    await this.#answer.settled();
    const offered = this.#ended ? undefined : this.#pick.items.find(isText);
    if (offered) this.#type(offered.text);
  }

  async #activeItem(): Promise<Item | undefined> {
    await this.#answer.settled();
    if (this.#ended) return undefined;
    // The active row is told a moment after the rows have changed; until then it is one of those that were there before.
    const { activeItems, items } = this.#pick;
    return activeItems.find((active) => items.includes(active)) ?? items.find(isPaper) ?? items.find(isText);
  }

  async #accept(): Promise<void> {
    const item = await this.#activeItem();
    const ticked = [...this.#ticked.keys()];
    if (item && isText(item) && ticked.length === 0) {
      this.#type(item.text);
      return;
    }
    const id = item && isPaper(item) ? item.id : undefined;
    const ids = ticked.length > 0 ? ticked : id === undefined ? [] : [id];
    if (ids.length === 0 || this.#ended || this.#isAccepted) return;
    this.#isAccepted = true; // hiding is told of later, and another key may come before
    const choice = this.#choice;
    this.noteQuery();
    choice?.resolve(ids);
    this.#pick.hide();
    if (!choice) void this.#options.open(ids[0]!);
  }

  #press(button: QuickInputButton): void {
    if (button === this.#fieldsButton) this.#showFields();
    else if (this.#pick.value.trim() !== '') {
      const query = this.#pick.value;
      this.#pick.hide();
      void this.#options.saveSearch(query);
    }
  }

  #type(text: string): void {
    this.#pick.value = text;
    this.#update(text); // VS Code tells only of what a person types
  }

  /** Notes what was ticked, and what is ticked no more among the rows that are there. */
  #tick(selected: readonly Item[]): void {
    if (!this.#pick.canSelectMany) return;
    const now = new Map(selected.filter(isPaper).map((item) => [item.id, item]));
    const texts = selected.filter(isText);
    const isClicked = texts.length === 1 && [...now.keys()].every((id) => this.#ticked.has(id));
    for (const id of this.#ticked.keys()) if (!now.has(id)) this.#ticked.delete(id);
    for (const [id, item] of now) if (!this.#ticked.has(id)) this.#ticked.set(id, item);
    if (now.size < selected.length) this.#pick.selectedItems = [...this.#ticked.values()]; // only papers can be ticked
    // A click ticks where several can be chosen; the box for all rows ticks papers along with them.
    if (isClicked) this.#type(texts[0]!.text);
  }

  #update(text: string): void {
    if (text === this.#text) return;
    this.#text = text;
    const busy = setTimeout(() => {
      if (text === this.#text && !this.#ended) this.#pick.busy = true;
    }, busyAfterMilliseconds);
    const done = (items: readonly Item[]): void => {
      clearTimeout(busy);
      this.#pick.busy = false;
      this.#show(items);
    };
    this.#answer.ask(
      () => (text.trim() === '' ? this.#startItems() : this.#foundItems(text)).finally(() => clearTimeout(busy)),
      done,
      (error) => {
        this.#options.log.error('Searching failed.', error);
        done([messageItem(l10n.t('Searching failed. Details are in the Paperside output channel.'))]);
      },
    );
  }

  /** Ticked papers stay on top, whatever is found. */
  #show(items: readonly Item[]): void {
    const chosen = [...this.#ticked.values()];
    const others = items.filter((item) => !isPaper(item) || !this.#ticked.has(item.id));
    this.#pick.items = chosen.length > 0 ? [separator(l10n.t('chosen')), ...chosen, ...others] : others;
    if (this.#pick.canSelectMany) this.#pick.selectedItems = chosen;
    // Return opens a paper, whatever is said or offered above it.
    const first = others.find(isPaper) ?? others.find(isText);
    if (first && this.#pick.items.find((item) => !('kind' in item)) !== first) this.#pick.activeItems = [first];
    this.#setCompletes(this.#text?.trim() !== '' && others.some(isText));
  }

  #showFields(): void {
    const typed = this.#pick.value;
    this.#answer.end();
    this.#pick.busy = false;
    this.#text = undefined;
    this.#show(Object.entries(fieldExamples).map(([name, example]) => fieldItem(name, example, typed)));
  }

  #setCompletes(completes: boolean): void {
    void commands.executeCommand('setContext', completesContext, completes);
  }

  /** What the pick offers before anything is typed. */
  async #startItems(): Promise<readonly Item[]> {
    const { library, readingStates, recentPapers, recentSearches } = this.#options;
    await library.ready();
    const recent = recentPapers.ids;
    const toRead = readingStates.withState('toRead').filter((id) => !recent.includes(id));
    const section = (label: string, items: readonly Item[]): readonly Item[] =>
      items.length > 0 ? [separator(label), ...items] : [];
    const papers = (ids: readonly PaperId[]): readonly Item[] =>
      ids.map((id) => this.#paperItem(id)).filter((item) => !!item);
    return [
      ...section(l10n.t('recently opened'), papers(recent)),
      ...section(l10n.t('to read'), papers(toRead)),
      ...section(l10n.t('recent searches'), recentSearches.all.map(recentItem)),
    ];
  }

  async #foundItems(text: string): Promise<readonly Item[]> {
    const { completions, hits, problems, total } = await this.#options.library.search(text, papersShown);
    const papers = hits.map(({ id, reason }) => this.#paperItem(id, reason)).filter((item) => !!item);
    const offers = completions.map((completion) => completionItem(completion, text));
    // What is wrong at the end may only be unfinished, unless nothing is found or offered.
    const isWhole = papers.length === 0 && offers.length === 0;
    const mistakes = problems
      .filter(({ end }) => end < text.trimEnd().length || isWhole)
      .map((problem) => problemItem(problem, text));
    const above: readonly QuickPickItem[] = [...mistakes, ...offers];
    if (papers.length > 0) return [...above, countSeparator(papers.length, total), ...papers];
    return above.length > 0 ? above : [messageItem(l10n.t('No paper found'))];
  }

  #paperItem(id: PaperId, reason?: Parameters<typeof paperItem>[1]): PaperItem | undefined {
    const row = this.#options.library.row(id);
    return row && paperItem(row, reason);
  }
}
