import { expect } from 'chai';
import {
  ConfigurationTarget,
  Range,
  type TextDocument,
  TextEdit,
  type Uri,
  window,
  workspace,
  WorkspaceEdit,
  commands,
} from 'vscode';
import { OpenDocuments } from '../../src/host/openDocuments';
import { readLibraryFile } from '../../src/host/readLibraryFile';
import type { MessagePort } from '../../src/protocol/rpc';
import { bibEntry, bibliography } from './support/bibliography';
import { eventually } from './support/eventually';
import { ClientUnderTest, mortalPort } from './support/libraryClients';
import { TestFolder } from './support/testFolder';

describe('Typing in a library file that is open', () => {
  let folder: TestFolder;
  let test: ClientUnderTest;
  let documents: OpenDocuments;
  let uri: Uri;
  /** How often the worker was given the whole text, and an edit alone. */
  const sent = { whole: 0, edits: 0, outOfStep: 0 };
  const saved = bibliography('Ada', 'Bea');

  const startWorker = async (): Promise<MessagePort> =>
    mortalPort((service) => ({
      replaceSource: (source) => (sent.whole++, service.replaceSource(source)),
      editSource: async (address, edit) => {
        sent.edits++;
        const inStep = await service.editSource(address, edit);
        if (!inStep) sent.outOfStep++;
        return inStep;
      },
    })).port;

  const open = async (text: string): Promise<TextDocument> => {
    folder = new TestFolder();
    uri = await folder.write('refs.bib', text);
    documents = new OpenDocuments();
    const source = { uri: uri.toString(), kind: 'project', read: () => readLibraryFile(uri) } as const;
    test = new ClientUnderTest([source], startWorker, documents);
    const document = await workspace.openTextDocument(uri);
    await window.showTextDocument(document, { preview: false });
    await test.client.ready();
    Object.assign(sent, { whole: 0, edits: 0, outOfStep: 0 });
    return document;
  };
  const type = async (document: TextDocument, ...edits: readonly TextEdit[]): Promise<void> => {
    const edit = new WorkspaceEdit();
    edit.set(document.uri, [...edits]);
    expect(await workspace.applyEdit(edit)).to.equal(true);
  };
  /** Replaces words, each where it stands first. */
  const replace = (document: TextDocument, words: Readonly<Record<string, string>>): Promise<void> =>
    type(
      document,
      ...Object.entries(words).map(([word, other]) => {
        const start = document.getText().indexOf(word);
        return TextEdit.replace(new Range(document.positionAt(start), document.positionAt(start + word.length)), other);
      }),
    );
  const untilKeys = (...keys: readonly string[]): Promise<void> =>
    eventually(`the papers ${keys.join()}`, async () => (await test.keys()).join() === keys.join());

  afterEach(async () => {
    await commands.executeCommand('workbench.action.files.revert');
    await commands.executeCommand('workbench.action.closeAllEditors');
    test.dispose();
    documents.dispose();
    await folder.remove();
  });

  it('counts after a pause, and is sent as it was typed', async () => {
    const document = await open(saved);
    await replace(document, { '{Ada': '{Dora' });
    await untilKeys('Bea', 'Dora');
    await replace(document, { '{Bea': '{Eva' });
    await untilKeys('Dora', 'Eva');
    await replace(document, { '{Dora': '{Fay' });
    await untilKeys('Eva', 'Fay');
    expect(document.isDirty).to.equal(true);
    expect(sent).to.eql({ whole: 1, edits: 3, outOfStep: 1 });
  });

  const ends: readonly (readonly [what: string, end: (document: TextDocument) => unknown, keys: readonly string[]])[] =
    [
      ['is undone', () => commands.executeCommand('undo'), ['Ada', 'Bea']],
      ['is reverted', () => commands.executeCommand('workbench.action.files.revert'), ['Ada', 'Bea']],
      [
        'is closed without saving',
        () => commands.executeCommand('workbench.action.revertAndCloseActiveEditor'),
        ['Ada', 'Bea'],
      ],
      ['is saved', (document) => document.save(), ['Bea', 'Dora']],
    ];
  for (const [what, end, keys] of ends) {
    it(`is followed when it ${what}`, async () => {
      const document = await open(saved);
      await replace(document, { '{Ada': '{Dora' });
      await untilKeys('Bea', 'Dora');
      await end(document);
      await untilKeys(...keys);
      await eventually('the end of unsaved text', () => documents.unsavedText(uri.toString()) === undefined);
    });
  }

  it('counts more than a change on disk meanwhile, and less once it is taken back', async () => {
    const document = await open(saved);
    await replace(document, { '{Ada': '{Dora' });
    await untilKeys('Bea', 'Dora');
    await folder.write('refs.bib', bibliography('Cleo'));
    test.sources.save({ uri: uri.toString(), kind: 'project', read: () => readLibraryFile(uri) });
    expect(await test.keys()).to.eql(['Bea', 'Dora']);
    await replace(document, { '{Bea': '{Eva' });
    await untilKeys('Dora', 'Eva');
    await commands.executeCommand('workbench.action.files.revert');
    await untilKeys('Cleo');
  });

  it('counts in a file that is found only then', async () => {
    const document = await open(saved);
    await replace(document, { '{Ada': '{Dora' });
    test.sources.replace([]);
    await eventually('the end of the file', () => test.client.size === 0);
    test.sources.replace([{ uri: uri.toString(), kind: 'project', read: () => readLibraryFile(uri) }]);
    await untilKeys('Bea', 'Dora');
    await replace(document, { '{Bea': '{Eva' });
    await untilKeys('Dora', 'Eva');
    expect(sent.outOfStep).to.equal(1);
  });

  it('brings nothing back of a file that was deleted', async () => {
    const document = await open(saved);
    await replace(document, { '{Ada': '{Dora' });
    test.sources.delete(uri.toString());
    await replace(document, { '{Bea': '{Eva' });
    await new Promise<void>((resolve) => setTimeout(resolve, 300)); // longer than the pause after which it would be read
    expect(await test.keys()).to.eql([]);
  });

  it('keeps what is wrong in the text where it is', async () => {
    const document = await open(saved);
    await replace(document, { 'year = {2020}': 'year = {2020' });
    await eventually('the problem', () => test.client.problems(uri.toString()).length > 0);
    expect(test.client.problems(uri.toString())[0]).to.include({ line: 0, severity: 'error' });
    await type(document, TextEdit.insert(document.positionAt(0), '% A comment.\n\n'));
    await eventually('the problem further down', () => test.client.problems(uri.toString())[0]?.line === 2);
    await replace(document, { 'year = {2020': 'year = {2020}' });
    await eventually('the end of the problem', () => test.client.problemsIn() === 0);
    expect(await test.keys()).to.eql(['Ada', 'Bea']);
  });

  for (const [name, lineEnd] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ] as const) {
    it(`never lets the worker's text and the editor's come apart, with ${name}`, async () => {
      const text = [bibEntry('Ada', { title: 'Ä 𝒜 paper' }), bibEntry('Bea'), bibEntry('Cleo')].join('\n');
      const document = await open(text.replaceAll('\n', lineEnd));
      const random = randomNumbers(lineEnd.length);
      const pieces = [
        'x',
        '}',
        '{',
        '\n',
        '\r\n',
        '',
        'ä𝒜',
        ',\n  note = {a}',
        '@',
        `\n${bibEntry('Dora')}`,
        '"',
        '\u2028',
        '\t',
        '\f',
      ];
      for (let round = 0; round < 40; round++) {
        const kind = random(10);
        if (kind === 0) await commands.executeCommand('undo');
        else if (kind === 1) await commands.executeCommand('redo');
        else await type(document, ...randomEdits(document, random, pieces));
        if (round % 8 !== 7) continue;
        const expected = await read(document.getText());
        await eventually(`what is in the editor, after ${round + 1} edits`, async () => {
          const papers = (await test.client.overview()).map(({ key, title }) => `${key}: ${title}`);
          return JSON.stringify([papers, test.client.problems(uri.toString())]) === expected;
        });
      }
      // As often as a file began to differ from what is on disk, and for what was typed before the worker had its text.
      expect(sent.edits).to.be.greaterThan(2 * sent.outOfStep);
    });
  }

  /** What a library makes of a text. */
  async function read(text: string): Promise<string> {
    const other = new ClientUnderTest([
      { uri: uri.toString(), kind: 'project', read: async () => new TextEncoder().encode(text) },
    ]);
    const papers = (await other.client.overview()).map(({ key, title }) => `${key}: ${title}`);
    const result = JSON.stringify([papers, other.client.problems(uri.toString())]);
    other.dispose();
    return result;
  }

  describe('with other ends of lines', () => {
    before(() => workspace.getConfiguration().update('files.eol', '\r\n', ConfigurationTarget.Global));
    after(() => workspace.getConfiguration().update('files.eol', undefined, ConfigurationTarget.Global));

    it('is in step also in a file that mixes them', async () => {
      const document = await open('% a\r\n% b\n% c\r\n' + saved);
      await replace(document, { '{Ada': '{Dora' });
      await untilKeys('Bea', 'Dora');
      await replace(document, { '{Bea': '{Eva' });
      await untilKeys('Dora', 'Eva');
      expect(sent).to.eql({ whole: 1, edits: 2, outOfStep: 1 });
    });
  });
});

/** Whole numbers below a limit, the same in every run. */
function randomNumbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** One edit, or some that do not touch each other. */
function randomEdits(
  document: TextDocument,
  random: (limit: number) => number,
  pieces: readonly string[],
): readonly TextEdit[] {
  const length = document.getText().length;
  const offsets = Array.from({ length: 2 * (1 + random(3)) }, () => random(length + 1)).sort(
    (one, other) => one - other,
  );
  const edits: TextEdit[] = [];
  for (let index = 0; index < offsets.length; index += 2) {
    const start = offsets[index]!;
    // Most edits are small.
    const end = Math.min(offsets[index + 1]!, start + random(6), offsets[index + 2] ?? length);
    const range = new Range(document.positionAt(start), document.positionAt(end));
    const touches = edits.some((edit) => !edit.range.end.isBefore(range.start));
    if (!touches) edits.push(TextEdit.replace(range, pieces[random(pieces.length)]!));
  }
  return edits;
}
