import { expect } from 'chai';
import { commands, type LogOutputChannel, window } from 'vscode';
import type { PaperId } from '../../src/core/paper';
import type { SearchAnswer } from '../../src/protocol/libraryProtocol';
import type { SearchHit } from '../../src/core/search/searchHit';
import type { SearchPickOptions } from '../../src/ui/openPick';
import { SearchPick } from '../../src/ui/searchPick';

const enter = 'workbench.action.acceptSelectedQuickOpenItem';

async function eventually(what: string, holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (holds()) return;
    await new Promise<void>((resolve) => setTimeout(resolve, 25));
  }
  expect.fail(`${what} did not come about`);
}

const hits = (...ids: readonly PaperId[]): readonly SearchHit[] =>
  ids.map((id) => ({ id, score: 1, fields: ['title'] }));

describe('Search pick', () => {
  let log: LogOutputChannel;
  let pick: SearchPick;
  const opened: PaperId[] = [];
  const ran: string[] = [];
  const answers = new Map<string, (hits: readonly SearchHit[], problems?: SearchAnswer['problems']) => void>();
  const searches = new Map<string, Promise<SearchAnswer>>();

  /** Answers a text when told to, the same however often it is asked: VS Code tells of the text a pick starts with too. */
  const search = (text: string): Promise<SearchAnswer> => {
    const asked =
      searches.get(text) ??
      new Promise((resolve) =>
        answers.set(text, (found, problems = []) =>
          resolve({ hits: found, total: found.length, problems, completions: [] }),
        ),
      );
    searches.set(text, asked);
    return asked;
  };

  before(() => {
    log = window.createOutputChannel('Paperside test', { log: true });
  });
  after(() => log.dispose());
  beforeEach(() => {
    const library = {
      ready: async () => undefined,
      row: (id: PaperId) => ({ id, key: id, title: `Paper ${id}`, authors: 'Dao', topic: '', hasArxiv: true }),
      search,
    } as unknown as SearchPickOptions['library'];
    const none = { ids: [], withState: () => [], all: [], add: async () => undefined };
    pick = new SearchPick({
      library,
      readingStates: none,
      recentPapers: none,
      recentSearches: none,
      saveSearch: async () => undefined,
      open: async (id) => opened.push(id),
      run: async (action, id) => ran.push(`${action} ${id}`),
      log,
    });
  });
  afterEach(() => {
    pick.dispose();
    opened.length = 0;
    ran.length = 0;
    answers.clear();
    searches.clear();
  });

  it('opens the first row at Enter', async () => {
    pick.search('flash');
    answers.get('flash')!(hits('a', 'b'));
    await eventually('the opening', () => {
      void commands.executeCommand(enter);
      return opened.length > 0;
    });
    expect(opened[0]).to.equal('a');
  });

  it('opens the first row when Enter came before the rows', async () => {
    pick.search('flash');
    await commands.executeCommand('workbench.action.quickOpenSelectNext'); // by then it is on screen
    await commands.executeCommand(enter);
    expect(opened).to.deep.equal([]);
    answers.get('flash')!(hits('a', 'b'));
    await eventually('the opening', () => opened.length > 0);
    expect(opened).to.deep.equal(['a']);
  });

  it('does what a key asked for when the rows are there, and nothing where there are none', async () => {
    pick.search('flash');
    void pick.runAction('copyBibTeX');
    expect(ran).to.deep.equal([]);
    answers.get('flash')!(hits('a'));
    await eventually('the copying', () => ran.length > 0);
    expect(ran).to.deep.equal(['copyBibTeX a']);
    pick.search('nothing');
    void pick.openAndStay();
    answers.get('nothing')!([]);
    await new Promise<void>((resolve) => setTimeout(resolve, 50));
    void pick.openAndStay();
    expect(opened).to.deep.equal([]);
  });

  it('opens the first paper although a mistake in the query stands above it', async () => {
    pick.search('flash year:20x attention');
    answers.get('flash year:20x attention')!(hits('a', 'b'), [{ code: 'bad-year', value: '20x', start: 6, end: 14 }]);
    await pick.openAndStay();
    expect(opened).to.deep.equal(['a']);
  });

  it('forgets what was asked of a search that was left', async () => {
    const chosen = pick.choose('Choose a paper');
    void pick.openAndStay();
    pick.search('flash');
    expect(await chosen).to.deep.equal([]);
    answers.get('flash')!(hits('a'));
    await new Promise<void>((resolve) => setTimeout(resolve, 50));
    expect(opened).to.deep.equal([]);
  });
});
