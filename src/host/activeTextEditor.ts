import {
  Disposable,
  TabInputNotebook,
  TabInputText,
  TabInputTextDiff,
  type TextEditor,
  type Uri,
  type ViewColumn,
  window,
  workspace,
} from 'vscode';

/**
 * The text editor that was last active: VS Code forgets it as soon as a webview is. Only editors of documents that
 * people write count: not Output, the debug console, the source control input, comments or a diff's left side.
 */
export class LastTextEditor implements Disposable {
  readonly #listeners: Disposable;
  #last: { readonly editor: TextEditor; readonly column: ViewColumn | undefined } | undefined;

  constructor() {
    this.#remember(window.activeTextEditor);
    this.#listeners = Disposable.from(
      window.onDidChangeActiveTextEditor((editor) => this.#remember(editor)),
      workspace.onDidCloseTextDocument((document) => {
        if (this.#last?.editor.document === document) this.#last = undefined;
      }),
    );
  }

  dispose(): void {
    this.#listeners.dispose();
  }

  /** The editor that was last active, if it is on screen; else the only one that is. */
  get current(): TextEditor | undefined {
    const visible = window.visibleTextEditors.filter(isDocumentEditor);
    const last = this.#last?.editor;
    const again =
      visible.find((editor) => editor === last) ??
      visible.find(({ document, viewColumn }) => document === last?.document && viewColumn === this.#last?.column) ??
      visible.find(({ document }) => document === last?.document);
    return again ?? (visible.length === 1 ? visible[0] : undefined);
  }

  /**
   * The same, to write in: an editor behind another tab of its group comes to the front, its cursor where it was.
   */
  async reveal(): Promise<TextEditor | undefined> {
    const last = this.#last;
    const { current } = this;
    if (!last || current?.document === last.editor.document) return current;
    const { document } = last.editor;
    const groups = window.tabGroups.all.filter(({ tabs }) =>
      tabs.some(({ input }) => input instanceof TabInputText && isSame(input.uri, document.uri)),
    );
    const group = groups.find(({ viewColumn }) => viewColumn === last.column) ?? groups[0];
    if (!group) return current;
    return window.showTextDocument(document, { viewColumn: group.viewColumn, preserveFocus: true });
  }

  #remember(editor: TextEditor | undefined): void {
    if (editor && isDocumentEditor(editor)) this.#last = { editor, column: editor.viewColumn };
  }
}

// What VS Code shows in text editors of its own. The schemes of documents that begin alike are files' or notebooks'.
const ownScheme = /^(?:output|log|debug|comment|git|scm|search-editor|chat|inline-?chat|walkthrough|vscode)/i;

function isDocumentEditor({ document: { uri } }: TextEditor): boolean {
  if (uri.scheme === 'git' || uri.scheme === 'search-editor') return false;
  const isOwn = ownScheme.test(uri.scheme) && workspace.fs.isWritableFileSystem(uri.scheme) === undefined;
  return (!isOwn || isNotebookCell(uri)) && !isLeftOfDiff(uri);
}

function isNotebookCell({ scheme }: Uri): boolean {
  return scheme === 'vscode-notebook-cell';
}

/** Whether a document is on screen as the left side of a diff, and nowhere else. */
function isLeftOfDiff(uri: Uri): boolean {
  const shown = window.tabGroups.all.flatMap(({ activeTab }) => (activeTab ? [activeTab.input] : []));
  return (
    shown.some((input) => input instanceof TabInputTextDiff && isSame(input.original, uri)) &&
    !shown.some(
      (input) =>
        (input instanceof TabInputTextDiff && isSame(input.modified, uri)) ||
        ((input instanceof TabInputText || input instanceof TabInputNotebook) && isSame(input.uri, uri)),
    )
  );
}

function isSame(one: Uri, other: Uri): boolean {
  return one.toString() === other.toString();
}
