import {
  commands,
  Disposable,
  env,
  EventEmitter,
  l10n,
  type LogOutputChannel,
  Uri,
  ViewColumn,
  type WebviewOptions,
  type WebviewPanel,
  type WebviewPanelSerializer,
  window,
} from 'vscode';
import { History } from '../core/history';
import { normalizePaperId } from '../core/identifiers';
import type { PaperId } from '../core/paper';
import { toOneLine } from '../core/text';
import type { LibraryClient } from '../host/libraryClient';
import type { ReadingStateStore } from '../host/readingStateStore';
import type { SourceLabels } from '../host/sourceLabels';
import { asAbstractState, asFromAbstract } from '../protocol/abstractGuards';
import type { AbstractAction, AbstractContent, ToAbstract } from '../protocol/abstractProtocol';
import { abstractHtml } from './abstractHtml';
import { type AbstractPageParts, readAbstractPageParts } from './abstractPageParts';
import { abstractStrings } from './abstractStrings';
import { rowLabel } from './paperLabels';

export const abstractViewType = 'paperside.abstract';

const longestTabTitle = 40;

/** Nothing is loaded into the page: all that it needs is in it, or comes by message. */
const webviewOptions: WebviewOptions = { enableScripts: true, enableForms: false, localResourceRoots: [] };

export interface AbstractPanelOptions {
  readonly extensionUri: Uri;
  readonly library: Pick<LibraryClient, 'abstractContent' | 'onDidChange' | 'row'>;
  readonly readingStates: Pick<ReadingStateStore, 'get' | 'onDidChange'>;
  /** Where the code is; the panel opens beside it. */
  readonly lastEditor: { readonly current: { readonly viewColumn?: ViewColumn | undefined } | undefined };
  /** Does what a button of the panel asks for. */
  readonly run: (action: AbstractAction, id: PaperId) => unknown;
  readonly sourceLabels: Pick<SourceLabels, 'among'>;
  /** Opens the file of a source at a line, zero-based. */
  readonly openSource: (uri: string, line: number) => unknown;
  readonly log: LogOutputChannel;
}

/** What the panel is to show: a paper, or a sentence in its place. */
type Shown =
  | { readonly request: number; readonly content: AbstractContent; readonly keepScroll: boolean }
  | { readonly text: string };

/** The one panel that shows a paper's abstract beside the code, before and after a reload of the window. */
export class AbstractPanel implements Disposable, WebviewPanelSerializer {
  readonly #options: AbstractPanelOptions;
  readonly #history = new History<PaperId>();
  readonly #onDidChangePaper = new EventEmitter<PaperId | undefined>();
  readonly #onDidPaint = new EventEmitter<PaperId>();
  readonly #subscriptions: Disposable;
  #panel: WebviewPanel | undefined;
  #pageParts: Promise<AbstractPageParts> | undefined;
  /** Whether the page has its script running; it starts anew whenever its tab comes to the front. */
  #ready = false;
  #shown: Shown | undefined;
  /** Counts what was asked for, so that an answer overtaken by another question is dropped. */
  #request = 0;
  #focusWhenReady = false;

  /** Another paper is shown, or none any more. */
  readonly onDidChangePaper = this.#onDidChangePaper.event;
  /** A paper is on screen, its frame drawn. */
  readonly onDidPaint = this.#onDidPaint.event;

  constructor(options: AbstractPanelOptions) {
    this.#options = options;
    this.#subscriptions = Disposable.from(
      this.#onDidChangePaper,
      this.#onDidPaint,
      options.readingStates.onDidChange((ids) => this.#postState(ids)),
      options.library.onDidChange(() => void this.#refresh()),
    );
  }

  dispose(): void {
    this.#request++;
    this.#panel?.dispose();
    this.#subscriptions.dispose();
  }

  /** The paper on show. */
  get paperId(): PaperId | undefined {
    return this.#content?.id;
  }

  get #content(): AbstractContent | undefined {
    return this.#shown && 'content' in this.#shown ? this.#shown.content : undefined;
  }

  /**
   * Shows a paper, beside the code where no panel is open yet, else where the panel is. Settles when the paper has been
   * handed to the panel, with whether it was found and not overtaken by another.
   */
  async open(id: PaperId, { preserveFocus = true }: { readonly preserveFocus?: boolean } = {}): Promise<boolean> {
    this.#reveal(preserveFocus, this.#options.library.row(id)?.title);
    return this.#show(id, false);
  }

  /** Puts the keyboard into the panel, if there is one. */
  async focus(): Promise<void> {
    if (!this.#panel) return;
    this.#panel.reveal(undefined, false);
    if (this.#ready) await this.#post({ type: 'focus' });
    else this.#focusWhenReady = true;
  }

  async goBack(): Promise<void> {
    await this.#go(this.#history.goBack());
  }

  async goForward(): Promise<void> {
    await this.#go(this.#history.goForward());
  }

  /** Takes a panel back that VS Code kept over a reload of the window. */
  async deserializeWebviewPanel(panel: WebviewPanel, state: unknown): Promise<void> {
    panel.webview.options = webviewOptions; // they may have been kept by another version
    this.#adopt(panel);
    const kept = asAbstractState(state);
    if (kept) await this.#show(kept.paperId, true);
    else this.#showText(l10n.t('Choose a paper in the Paperside library to read its abstract here.'));
  }

  async #go(id: PaperId | undefined): Promise<void> {
    if (id === undefined || !this.#panel) return;
    this.#reveal(true);
    await this.#show(id, true);
  }

  #reveal(preserveFocus: boolean, title = l10n.t('Abstract')): void {
    const code = this.#options.lastEditor.current?.viewColumn;
    const viewColumn = code === undefined ? ViewColumn.Beside : Math.min(code + 1, ViewColumn.Nine);
    if (this.#panel) {
      if (this.#panel.visible && preserveFocus) return;
      // Behind the tab of the very code that it belongs beside, it would come to the front over it.
      const coversCode = !this.#panel.visible && this.#panel.viewColumn === code;
      this.#panel.reveal(coversCode ? viewColumn : undefined, preserveFocus);
      return;
    }
    this.#adopt(
      window.createWebviewPanel(
        abstractViewType,
        tabTitle(title),
        { viewColumn, preserveFocus },
        { ...webviewOptions, enableFindWidget: true },
      ),
    );
  }

  /** Makes a panel, new or given back by VS Code after a reload, ours. */
  #adopt(panel: WebviewPanel): void {
    const { extensionUri } = this.#options;
    const previous = this.#panel;
    this.#panel = panel;
    this.#ready = false;
    previous?.dispose();
    const listeners = Disposable.from(
      panel.webview.onDidReceiveMessage((message) => this.#receive(message)),
      panel.onDidChangeViewState(() => {
        // A hidden page is thrown away; it says "ready" again when it is back.
        if (!panel.visible) this.#ready = false;
      }),
    );
    panel.onDidDispose(() => {
      listeners.dispose();
      if (this.#panel === panel) this.#close();
    });
    panel.iconPath = {
      light: Uri.joinPath(extensionUri, 'media', 'abstract-light.svg'),
      dark: Uri.joinPath(extensionUri, 'media', 'abstract-dark.svg'),
    };
    void this.#fill(panel);
  }

  async #fill(panel: WebviewPanel): Promise<void> {
    try {
      this.#pageParts ??= readAbstractPageParts(this.#options.extensionUri);
      const html = abstractHtml(await this.#pageParts);
      if (this.#panel === panel) panel.webview.html = html;
    } catch (error) {
      this.#pageParts = undefined;
      this.#options.log.error('The page of the abstract panel could not be read.', error);
    }
  }

  #close(): void {
    const before = this.paperId;
    this.#request++;
    this.#panel = undefined;
    this.#ready = false;
    this.#shown = undefined;
    this.#updateContext();
    if (before !== undefined) this.#onDidChangePaper.fire(undefined);
  }

  async #show(id: PaperId, keepScroll: boolean): Promise<boolean> {
    const request = ++this.#request;
    let content: AbstractContent | undefined;
    let failed = false;
    try {
      const { library } = this.#options;
      content = (await library.abstractContent(id)) ?? (await library.abstractContent(normalizePaperId(id)));
    } catch (error) {
      this.#options.log.error(`The abstract of ${id} could not be read.`, error);
      failed = true;
    }
    if (request !== this.#request || !this.#panel) return false;
    if (!content) {
      const unknown = l10n.t('The library has no paper with the id {0}.', toOneLine(id.slice(0, 200)));
      if (!failed) this.#options.log.warn(unknown);
      this.#showText(
        failed ? l10n.t('The paper could not be read. The output channel “Paperside” says why.') : unknown,
      );
      return false;
    }
    const before = this.paperId;
    this.#history.visit(content.id);
    this.#shown = { request, content, keepScroll };
    this.#panel.title = tabTitle(content.plainTitle);
    this.#updateContext();
    this.#postShown();
    if (content.id !== before) this.#onDidChangePaper.fire(content.id);
    return true;
  }

  /** Shows the paper as the library has it now; one that is gone stays until another is opened. */
  async #refresh(): Promise<void> {
    const shown = this.#shown;
    // A paper that is on its way is read from the changed library anyway.
    const isCurrent = (): boolean => shown !== undefined && 'content' in shown && shown.request === this.#request;
    if (!shown || !('content' in shown) || !isCurrent()) return;
    try {
      const content = await this.#options.library.abstractContent(shown.content.id);
      if (!content || !isCurrent() || JSON.stringify(content) === JSON.stringify(shown.content)) return;
      this.#shown = { request: ++this.#request, content, keepScroll: true };
      if (this.#panel) this.#panel.title = tabTitle(content.plainTitle);
      this.#postShown();
      if (content.id !== shown.content.id) this.#onDidChangePaper.fire(content.id);
    } catch (error) {
      this.#options.log.error(`The abstract of ${shown.content.id} could not be read again.`, error);
    }
  }

  #showText(text: string): void {
    const before = this.paperId;
    this.#shown = { text };
    if (this.#panel) this.#panel.title = l10n.t('Abstract');
    this.#postShown();
    if (before !== undefined) this.#onDidChangePaper.fire(undefined);
  }

  #receive(message: unknown): void {
    const received = asFromAbstract(message);
    if (!received) {
      this.#options.log.warn('The abstract panel sent a message that is none.');
      return;
    }
    switch (received.type) {
      case 'ready':
        this.#ready = true;
        this.#postShown();
        if (this.#focusWhenReady) void this.#post({ type: 'focus' });
        this.#focusWhenReady = false;
        break;
      case 'painted':
        this.#onDidPaint.fire(received.id);
        break;
      case 'action':
        void this.#options.run(received.action, received.id);
        break;
      case 'openPaper':
        void this.#show(received.id, false);
        break;
      case 'openLink':
        void env.openExternal(Uri.parse(received.url, true));
        break;
      case 'openSource':
        void this.#openSource(received.id, received.index);
        break;
      case 'navigate':
        void (received.direction === 'back' ? this.goBack() : this.goForward());
        break;
    }
  }

  /** Opens the file of a source of the paper on show, where its entry is now. */
  async #openSource(id: PaperId, index: number): Promise<void> {
    const source = id === this.paperId ? this.#content?.sources[index] : undefined;
    if (!source || source.kind === 'bundled') return;
    const { uri, key } = source;
    let now: AbstractContent['sources'] = [];
    try {
      now = (await this.#options.library.abstractContent(id))?.sources ?? [];
    } catch (error) {
      this.#options.log.error(`The place of ${key} in ${uri} could not be found.`, error);
    }
    const entry = [now[index], ...now].find((one) => one?.uri === uri && one.key === key) ?? source;
    await this.#options.openSource(uri, entry.line);
  }

  /** VS Code keeps messages for a page that is still loading; should it not, the page's "ready" brings them again. */
  #postShown(): void {
    const shown = this.#shown;
    if (!this.#panel?.visible || !shown) return;
    if ('text' in shown) {
      void this.#post({ type: 'message', text: shown.text });
      return;
    }
    const { request, content, keepScroll } = shown;
    const { canGoBack, canGoForward } = this.#history;
    const state = this.#options.readingStates.get(content.id);
    const sourceLabels = this.#options.sourceLabels.among(content.sources.map(({ uri }) => uri));
    const strings = abstractStrings();
    void this.#post({
      type: 'show',
      request,
      content,
      sourceLabels,
      state,
      strings,
      canGoBack,
      canGoForward,
      keepScroll,
    });
    // A page that starts anew, after its tab was hidden, comes back to where it was.
    this.#shown = { request, content, keepScroll: true };
  }

  #postState(changed: readonly PaperId[]): void {
    const id = this.paperId;
    if (!this.#ready || id === undefined || !changed.includes(id)) return;
    void this.#post({ type: 'state', id, state: this.#options.readingStates.get(id) });
  }

  async #post(message: ToAbstract): Promise<void> {
    await this.#panel?.webview.postMessage(message);
  }

  #updateContext(): void {
    const isOpen = this.#panel !== undefined;
    void commands.executeCommand('setContext', 'paperside.canGoBack', isOpen && this.#history.canGoBack);
    void commands.executeCommand('setContext', 'paperside.canGoForward', isOpen && this.#history.canGoForward);
  }
}

function tabTitle(title: string): string {
  const line = rowLabel(title);
  const characters = Array.from(line);
  return characters.length > longestTabTitle
    ? `${characters
        .slice(0, longestTabTitle - 1)
        .join('')
        .trimEnd()}…`
    : line;
}
