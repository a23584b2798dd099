import { commands, type QuickPickItem, TreeItem, type TreeDataProvider, type WebviewPanel, window } from 'vscode';
import type { Paper } from '../../../src/core/paper';
import { engines } from '../engines';
import { queries } from '../queries.mjs';
import { emit } from './emit';
import { openEmptyWebview } from './emptyWebview';
import { EventLoopWatch, idleDelay } from './eventLoop';
import { interceptPaperside, paperside } from './interceptPaperside';
import { KeyPressWatch } from './keyPressWatch';
import { summarize } from '../summary.mjs';
import { timeEngines } from './timeEngines';

const engineRounds = 3;

/**
 * Readies a window in which the driver presses keys and clicks: it hears when Paperside's panel has painted, and gives
 * the driver rows to click in a view of its own.
 */
export async function runInteraction(): Promise<void> {
  const keys = new KeyPressWatch();
  let loop: EventLoopWatch | undefined;
  let idle = Number.NaN;
  interceptPaperside({
    window: {
      createQuickPick: <T extends QuickPickItem>() => keys.watch(window.createQuickPick<T>()),
      createWebviewPanel: (...parameters) => hearPainted(window.createWebviewPanel(...parameters), 'abstract'),
    },
  });
  const steps: Readonly<Record<string, () => unknown>> = {
    'Open empty webview': () => hearPainted(openEmptyWebview(), 'empty'),
    'Close webviews': async () => {
      await commands.executeCommand('workbench.action.closeEditorsInOtherGroups');
      emit({ type: 'closed' });
    },
    'Start keys': async () => {
      idle = await idleDelay();
      keys.clear();
      loop = new EventLoopWatch();
      emit({ type: 'prepared' });
    },
    'End keys': () =>
      emit({ type: 'keys', presses: summarize(keys.milliseconds), delay: loop?.end() ?? Number.NaN, idleDelay: idle }),
    'Time engines': async () => {
      const papers = await allPapers();
      const times = await timeEngines(engines, papers, queries, engineRounds);
      const figures = times.map(({ engine, builds, keys: presses }) => ({
        engine,
        builds: summarize(builds),
        keys: summarize(presses),
      }));
      emit({ type: 'engines', papers: papers.length, figures });
    },
  };
  commands.registerCommand('papersideBench.run', (name: string) => steps[name]?.());
  window.registerTreeDataProvider('papersideBench.steps', rowsOf(Object.keys(steps)));
  emit({ type: 'prepared' });
}

function rowsOf(names: readonly string[]): TreeDataProvider<string> {
  return {
    getChildren: (parent) => (parent === undefined ? [...names] : []),
    getTreeItem: (name) => {
      const item = new TreeItem(name);
      item.command = { command: 'papersideBench.run', title: name, arguments: [name] };
      return item;
    },
  };
}

function hearPainted(panel: WebviewPanel, page: 'abstract' | 'empty'): WebviewPanel {
  panel.webview.onDidReceiveMessage((message: { readonly type?: unknown }) => {
    if (message.type === 'painted') emit({ type: 'painted', page, at: Date.now() });
  });
  return panel;
}

async function allPapers(): Promise<readonly Paper[]> {
  const api = await paperside().activate();
  const groups = await api.groups('topic');
  const papers = await Promise.all(groups.flatMap(({ ids }) => ids).map((id) => api.getPaper(id)));
  return papers.filter((paper) => !!paper);
}
