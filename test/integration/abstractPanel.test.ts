import { expect } from 'chai';
import {
  commands,
  EventEmitter,
  extensions,
  type LogOutputChannel,
  type Tab,
  TabInputWebview,
  type Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { PaperId, PaperRow } from '../../src/core/paper';
import type { ReadingState } from '../../src/core/readingState';
import type { SourceReading } from '../../src/core/sourceReadings';
import type { AbstractContent } from '../../src/protocol/abstractProtocol';
import { abstractHtml } from '../../src/ui/abstractHtml';
import { AbstractPanel, abstractViewType } from '../../src/ui/abstractPanel';

const hostile =
  '</script><script>alert(1)</script> <img src="https://a.example/x.png" onerror="alert(1)"> $(trash) [x](command:workbench.action.quit)';

function content(id: PaperId, title = `Paper ${id}`): AbstractContent {
  return {
    id,
    key: 'key',
    plainTitle: title,
    title: [{ kind: 'text', text: title }],
    authors: ['Tri Dao'],
    publication: 'ICLR 2024',
    abstract: [
      [
        { kind: 'text', text: 'Takes ' },
        {
          kind: 'mathematics',
          tex: 'x',
          plain: 'x',
          tree: { tag: 'math', children: [{ tag: 'mi', children: ['x'] }] },
        },
      ],
    ],
    topics: ['Topic'],
    links: [{ kind: 'arxiv', url: 'https://arxiv.org/abs/2205.14135' }],
    related: [],
    sources: [],
  };
}

// VS Code puts a prefix of its own before the type.
const isPanelTab = ({ input }: Tab): boolean =>
  input instanceof TabInputWebview && input.viewType.endsWith(abstractViewType);

/** The tabs that show our panel, with their columns. */
function panelTabs(): { label: string; column: ViewColumn }[] {
  return window.tabGroups.all.flatMap(({ tabs, viewColumn }) =>
    tabs.filter(isPanelTab).map(({ label }) => ({ label, column: viewColumn })),
  );
}

async function eventually(what: string, holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (holds()) return;
    await new Promise<void>((resolve) => setTimeout(resolve, 25));
  }
  expect.fail(`${what} did not come about`);
}

describe('Abstract panel', () => {
  const states = new Map<PaperId, ReadingState>();
  const onDidChangeStates = new EventEmitter<readonly PaperId[]>();
  const onDidChangeLibrary = new EventEmitter<void>();
  const painted: PaperId[] = [];
  const opened: string[] = [];
  const changes: (PaperId | undefined)[] = [];
  let papers: Map<PaperId, () => Promise<AbstractContent | undefined>>;
  let log: LogOutputChannel;
  let panel: AbstractPanel;

  const paint = (id: PaperId): Promise<void> => eventually(`the painting of ${id}`, () => painted.includes(id));
  const openText = async (column: ViewColumn): Promise<void> => {
    const document = await workspace.openTextDocument({ content: 'text', language: 'plaintext' });
    await window.showTextDocument(document, { viewColumn: column, preview: false });
  };

  before(() => {
    log = window.createOutputChannel('Paperside test', { log: true });
  });
  beforeEach(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    papers = new Map(['a', 'b', 'c'].map((id) => [id, async () => content(id)]));
    panel = new AbstractPanel({
      extensionUri: extensions.getExtension('paperside.paperside')!.extensionUri,
      library: {
        abstractContent: async (id) => papers.get(id)?.(),
        onDidChange: onDidChangeLibrary.event,
        row: (id): PaperRow | undefined =>
          papers.has(id) ? { id, key: id, title: `Row ${id}`, authors: '', hasArxiv: false } : undefined,
      },
      readingStates: { get: (id) => states.get(id), onDidChange: onDidChangeStates.event },
      lastEditor: {
        get current() {
          return window.activeTextEditor ?? window.visibleTextEditors[0];
        },
      },
      run: () => undefined,
      sourceLabels: { among: (uris) => uris.map((uri) => ({ name: uri, path: uri })) },
      openSource: (uri, line) => opened.push(`${uri}:${line}`),
      log,
    });
    panel.onDidPaint((id) => painted.push(id));
    panel.onDidChangePaper((id) => changes.push(id));
    await openText(ViewColumn.One);
  });
  afterEach(async () => {
    panel.dispose();
    states.clear();
    painted.length = 0;
    opened.length = 0;
    changes.length = 0;
    await commands.executeCommand('workbench.action.closeAllEditors');
  });
  after(() => {
    log.dispose();
    onDidChangeStates.dispose();
  });

  it('opens beside the code and leaves the focus there', async () => {
    expect(await panel.open('a')).to.equal(true);
    await paint('a');
    expect(panelTabs()).to.deep.equal([{ label: 'Paper a', column: ViewColumn.Two }]);
    expect(window.activeTextEditor?.document.getText()).to.equal('text');
    expect(panel.paperId).to.equal('a');
  });

  it('shows every further paper in the same place', async () => {
    await panel.open('a');
    await panel.open('b');
    await paint('b');
    expect(panelTabs()).to.deep.equal([{ label: 'Paper b', column: ViewColumn.Two }]);
    expect(changes).to.deep.equal(['a', 'b']);
  });

  it('takes the focus when told to', async () => {
    await panel.open('a');
    await panel.focus();
    await eventually('the focus in the panel', () => window.tabGroups.activeTabGroup.viewColumn === ViewColumn.Two);
    await paint('a');
  });

  it('shows the paper asked for last, whatever comes last', async () => {
    let answer: (content: AbstractContent) => void = () => undefined;
    papers.set('slow', () => new Promise((resolve) => (answer = resolve)));
    const slow = panel.open('slow');
    expect(await panel.open('b')).to.equal(true);
    answer(content('slow'));
    expect(await slow).to.equal(false);
    await paint('b');
    expect(panel.paperId).to.equal('b');
    expect(painted).to.not.include('slow');
  });

  it('may be closed while a paper is on its way, and opens again', async () => {
    let answer: (content: AbstractContent) => void = () => undefined;
    papers.set('slow', () => new Promise((resolve) => (answer = resolve)));
    const slow = panel.open('slow');
    await eventually('a tab', () => panelTabs().length === 1);
    await window.tabGroups.close(window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(isPanelTab));
    answer(content('slow'));
    expect(await slow).to.equal(false);
    expect(panel.paperId).to.equal(undefined);
    expect(await panel.open('a')).to.equal(true);
    await paint('a');
  });

  it('says so when the library knows no such paper', async () => {
    await panel.open('a');
    expect(await panel.open('unknown')).to.equal(false);
    expect(panel.paperId).to.equal(undefined);
    expect(changes).to.deep.equal(['a', undefined]);
    expect(await panel.open('b')).to.equal(true);
    await paint('b');
  });

  it('says so when the library fails', async () => {
    papers.set('broken', () => Promise.reject(new Error('The worker died.')));
    expect(await panel.open('broken')).to.equal(false);
    expect(await panel.open('b')).to.equal(true);
    await paint('b');
  });

  it('goes back and forward', async () => {
    await panel.open('a');
    await panel.open('b');
    await panel.goBack();
    expect(panel.paperId).to.equal('a');
    await panel.goBack();
    expect(panel.paperId).to.equal('a');
    await panel.goForward();
    expect(panel.paperId).to.equal('b');
    await panel.goBack();
    await panel.open('c');
    await panel.goForward();
    expect(panel.paperId).to.equal('c');
  });

  it('shows its paper again after its tab was hidden', async () => {
    await panel.open('a');
    await paint('a');
    await openText(ViewColumn.Two);
    painted.length = 0;
    await panel.open('a');
    await paint('a');
    expect(panelTabs()).to.have.length(1);
  });

  it('moves beside the code that it would come to the front of', async () => {
    await panel.open('a');
    await paint('a');
    await openText(ViewColumn.Two);
    await panel.open('b');
    await paint('b');
    expect(panelTabs()).to.deep.equal([{ label: 'Paper b', column: ViewColumn.Three }]);
    expect(window.visibleTextEditors).to.have.length(2);
  });

  it('shows papers full of markup as text', async () => {
    papers.set('hostile', async () => content('hostile', hostile));
    expect(await panel.open('hostile')).to.equal(true);
    await paint('hostile');
    expect(panelTabs()[0]?.label).to.match(/^<\/script><script>alert\(1\)<\/script>.{1,9}…$/u);
  });

  it('loads nothing into its page, and lets no script or style run but its own', async () => {
    const kept = window.createWebviewPanel(abstractViewType, 'kept', ViewColumn.Two);
    await panel.deserializeWebviewPanel(kept, { paperId: 'b', scroll: 0 });
    await paint('b');
    const { html, options } = kept.webview;
    expect(options).to.deep.equal({ enableScripts: true, enableForms: false, localResourceRoots: [] });
    const nonces = [...html.matchAll(/<(?:style|script) nonce="([\da-f]{32})">/g)].map(([, nonce]) => nonce);
    expect(nonces).to.have.length(2);
    expect(new Set(nonces).size).to.equal(1);
    const policy = `default-src 'none'; style-src 'nonce-${nonces[0]}'; script-src 'nonce-${nonces[0]}'`;
    expect(html).to.include(`content="${policy.replaceAll("'", '&#39;')}"`);
    expect(html).to.not.match(/<[^>]+\s(?:src|href)=/);
    expect(html).to.not.include('Paper b');
  });

  it('writes its style and script as text that ends neither', () => {
    const text = '</script></STYLE><!--<script>';
    const html = abstractHtml({ style: text, script: text });
    expect(html.match(/<\/(?:script|style)>|<!--/gi)).to.deep.equal(['</style>', '</script>']);
    expect(html).to.include('>' + String.raw`<\/script><\/STYLE><\!--<script>` + '</script>');
  });

  it('takes a panel back after the window was reloaded', async () => {
    const kept = window.createWebviewPanel(abstractViewType, 'kept', ViewColumn.Two);
    await panel.deserializeWebviewPanel(kept, { paperId: 'b', scroll: 100 });
    await paint('b');
    expect(panelTabs()).to.deep.equal([{ label: 'Paper b', column: ViewColumn.Two }]);
  });

  describe('opens a source', () => {
    const source = (uri: string, line: number, kind: SourceReading['kind'] = 'project'): SourceReading => ({
      uri,
      kind,
      key: 'key',
      line,
      differences: [],
    });
    const received = new EventEmitter<unknown>();
    let sources: readonly SourceReading[];

    /** A panel whose page is the test. */
    const page = (): WebviewPanel => {
      const closed = new EventEmitter<void>();
      const webview = {
        onDidReceiveMessage: received.event,
        postMessage: async () => true,
        asWebviewUri: (uri: Uri) => uri,
        cspSource: 'self',
      };
      const none = new EventEmitter<never>().event;
      return {
        webview,
        visible: true,
        onDidChangeViewState: none,
        onDidDispose: closed.event,
        dispose: () => closed.fire(),
      } as unknown as WebviewPanel;
    };
    const press = async (index: number, id = 'a'): Promise<void> => {
      received.fire({ type: 'openSource', id, index });
      await new Promise<void>((resolve) => setTimeout(resolve, 10));
    };

    beforeEach(async () => {
      sources = [source('file:///one.bib', 3), source('file:///two.bib', 5), source('file:///corpus', 0, 'bundled')];
      papers.set('a', async () => ({ ...content('a'), sources }));
      await panel.deserializeWebviewPanel(page(), { paperId: 'a', scroll: 0 });
    });
    after(() => received.dispose());

    it('by its place in the list', async () => {
      await press(1);
      await press(0);
      expect(opened).to.deep.equal(['file:///two.bib:5', 'file:///one.bib:3']);
    });

    it('where its entry is now, but never another file', async () => {
      sources = [source('file:///new.bib', 0), source('file:///one.bib', 30)];
      await press(0);
      await press(1);
      expect(opened).to.deep.equal(['file:///one.bib:30', 'file:///two.bib:5']);
    });

    it('also where the library fails to say where the entry is', async () => {
      papers.set('a', () => Promise.reject(new Error('gone')));
      await press(0);
      expect(opened).to.deep.equal(['file:///one.bib:3']);
    });

    it('not of another paper, beyond the list, or of the bundled corpus', async () => {
      await press(0, 'b');
      for (const index of [2, 3, -1, 0.5, NaN, '0' as unknown as number]) await press(index);
      expect(opened).to.deep.equal([]);
    });
  });

  for (const state of [undefined, 'a', {}, { paperId: 1 }, { paperId: '' }]) {
    it(`makes nothing of ${JSON.stringify(state)} kept by a panel`, async () => {
      const kept = window.createWebviewPanel(abstractViewType, 'kept', ViewColumn.Two);
      await panel.deserializeWebviewPanel(kept, state);
      expect(panel.paperId).to.equal(undefined);
      expect(await panel.open('a')).to.equal(true);
      await paint('a');
    });
  }
});
