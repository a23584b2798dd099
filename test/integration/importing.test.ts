import { expect } from 'chai';
import { commands, env, extensions, type Uri, window, workspace } from 'vscode';
import type { PapersideApi } from '../../src/host/api';
import { ImportedFiles, importedFilesIn } from '../../src/host/importedFiles';
import { bibEntry, bibliography } from './support/bibliography';
import { eventually } from './support/eventually';
import { ClientUnderTest } from './support/libraryClients';
import { TestFolder } from './support/testFolder';

describe('Importing', () => {
  let folder: TestFolder;
  let test: ClientUnderTest;
  let imported: ImportedFiles;
  beforeEach(async () => {
    folder = new TestFolder('outside');
    await folder.make();
    test = new ClientUnderTest([]);
    imported = new ImportedFiles(folder.at('imports'), test.client);
  });
  afterEach(async () => {
    test.dispose();
    await folder.remove();
  });

  const reason = (importing: Promise<unknown>): Promise<string> =>
    importing.then(
      () => 'it was imported',
      (error: unknown) => (error as Error).message,
    );
  const kept = async (): Promise<readonly string[]> =>
    (await importedFilesIn(folder.at('imports'))).map(({ path }) => path.split('/').at(-1)!).sort();

  const texts: readonly (readonly [what: string, name: string, text: string, keys: readonly string[]])[] = [
    ['a BibTeX entry', 'clipboard.bib', bibEntry('Ada'), ['Ada']],
    [
      'a CSL-JSON item',
      'clipboard.csl.json',
      '{"id":"ada2020","type":"book","title":"T","issued":{"date-parts":[[2020]]}}',
      ['ada2020'],
    ],
    [
      'CSL-JSON items',
      'clipboard.csl.json',
      '[{"id":"a","type":"book","title":"T","issued":{"date-parts":[[2020]]}},{"id":"b","type":"book","title":"U"}]',
      ['a', 'b'],
    ],
    ['RIS', 'clipboard.ris', 'TY  - JOUR\nID  - ada\nTI  - T\nAU  - Ada, Bea\nPY  - 2020\nER  - \n', ['ada']],
  ];
  for (const [what, name, text, keys] of texts) {
    it(`takes ${what}, and keeps a copy`, async () => {
      expect(await imported.importText(name, text)).to.include({ added: keys.length, merged: 0 });
      expect(await test.keys()).to.eql(keys);
      expect(await kept()).to.eql([name]);
    });
  }

  it('of the same file again takes the place of the earlier copy', async () => {
    const uri = await folder.write('a b?.bib'.replace('?', 'ü'), bibliography('Ada'));
    expect(await imported.importFile(uri)).to.eql({ added: 1, merged: 0, problems: 0 });
    expect(await imported.importFile(uri)).to.eql({ added: 0, merged: 1, problems: 0 });
    await workspace.fs.writeFile(uri, new TextEncoder().encode(bibliography('Ada', 'Bea')));
    expect(await imported.importFile(uri)).to.eql({ added: 1, merged: 1, problems: 0 });
    expect([await kept(), await test.keys()]).to.eql([['a-bü.bib'], ['Ada', 'Bea']]);
  });

  it('takes a file whose long name is cut within a letter', async () => {
    const uri = await folder.write(`a${'\u{20000}'.repeat(40)}_.bib`, bibliography('Ada'));
    expect(await imported.importFile(uri)).to.include({ added: 1 });
    expect(await kept()).to.eql([`-${'\u{20000}'.repeat(37)}_.bib`]);
  });

  it('of two files of one name keeps both', async () => {
    await imported.importFile(await folder.write('one/refs.bib', bibliography('Ada')));
    await imported.importFile(await folder.write('two/refs.bib', bibliography('Bea')));
    expect([await kept(), await test.keys()]).to.eql([
      ['refs.bib', 'refs.bib'],
      ['Ada', 'Bea'],
    ]);
  });

  const refused: readonly (readonly [what: string, file: () => Promise<Uri>, reason: RegExp])[] = [
    ['garbage', () => folder.write('notes.txt', 'Nothing of interest.'), /^notes\.txt: This is no library file/],
    ['a binary file', () => folder.write('binary.bib', '\u0000\u0001'), /^binary\.bib: This is not a text file/],
    [
      'a web page saved as a library',
      () => folder.write('page.bib', '<!DOCTYPE html>\n<html><head><title>A page</title></head><body></body></html>\n'),
      /^page\.bib: it holds no papers$/,
    ],
    ['an empty file', () => folder.write('empty.bib', ''), /^empty\.bib: /],
    ['a file that is not there', async () => folder.at('missing.bib'), /^missing\.bib: it is not there$/],
    [
      'a folder',
      async () => (await folder.write('folder.bib/a.bib', ''), folder.at('folder.bib')),
      /^folder\.bib: it is a folder$/,
    ],
  ];
  for (const [what, file, message] of refused) {
    it(`refuses ${what}, says why, and leaves nothing behind`, async () => {
      expect(await reason(imported.importFile(await file()))).to.match(message);
      expect([await kept(), await test.keys(), test.client.problemsIn()]).to.eql([[], [], 0]);
    });
  }

  it('of a file that has become garbage leaves what was imported of it', async () => {
    const uri = await folder.write('refs.bib', bibliography('Ada'));
    await imported.importFile(uri);
    await folder.write('refs.bib', '\u0000');
    expect(await reason(imported.importFile(uri))).to.match(/not a text file/);
    expect([await kept(), await test.keys()]).to.eql([['refs.bib'], ['Ada']]);
  });

  it('shows nothing that could not be kept', async () => {
    await folder.write('imports', 'A file where the folder should be.');
    const uri = await folder.write('refs.bib', bibliography('Ada'));
    expect(await reason(imported.importFile(uri))).to.match(/^refs\.bib: /);
    expect(await test.keys()).to.eql([]);
  });

  it('that was cut off while its copy was written leaves the earlier copy whole', async () => {
    const uri = await folder.write('refs.bib', bibliography('Ada'));
    await imported.importFile(uri);
    const [copy] = await imported.list();
    const hash = copy!.path.split('/').at(-2)!;
    await folder.write(`imports/${hash}.unfinished`, '@article{Ada, ti');
    expect(await imported.list()).to.have.length(1);
    expect(new TextDecoder().decode(await workspace.fs.readFile(copy!))).to.equal(bibliography('Ada'));
    expect(await imported.importFile(uri)).to.include({ merged: 1 });
  });

  it('is undone by deleting the copy', async () => {
    await imported.importFile(await folder.write('refs.bib', bibliography('Ada')));
    await imported.importText('clipboard.bib', bibliography('Bea'));
    const copy = (await imported.list()).find(({ path }) => path.endsWith('/refs.bib'))!;
    await imported.delete(copy);
    expect([await kept(), await test.keys()]).to.eql([['clipboard.bib'], ['Bea']]);
  });

  describe('by the command and the API', () => {
    let paperside: PapersideApi;
    before(async () => {
      paperside = await extensions.getExtension<PapersideApi>('paperside.paperside')!.activate();
      await paperside.ready();
    });
    afterEach(async () => {
      await commands.executeCommand('workbench.action.closeAllEditors');
      await commands.executeCommand('notifications.clearAll');
    });

    const isKnown = async (title: string): Promise<boolean> =>
      (await paperside.papers()).some((paper) => paper.title === title);
    /** Answers the question of the command with its choice of that place. */
    const answer = async (place: number, done: () => Promise<boolean>): Promise<void> => {
      void commands.executeCommand('paperside.import');
      for (let step = 0; step < place; step++) {
        await new Promise<void>((resolve) => setTimeout(resolve, 150)); // nothing tells that a list is on screen
        await commands.executeCommand('workbench.action.quickOpenSelectNext');
      }
      await eventually('the papers', async () => {
        await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return done();
      });
    };

    it('takes a file, and tells of the change', async () => {
      let changes = 0;
      const listening = paperside.onDidChange(() => changes++);
      const uri = await folder.write('api.bib', bibliography('Apius'));
      expect(await paperside.import(uri)).to.eql({ added: 1, merged: 0, problems: 0 });
      expect(await isKnown('A paper on Apius')).to.equal(true);
      expect(changes).to.be.greaterThan(0);
      listening.dispose();
      expect(await reason(paperside.import(folder.at('missing.bib')))).to.equal('missing.bib: it is not there');
    });

    it('takes what is on the clipboard', async () => {
      await env.clipboard.writeText(bibliography('Clipper'));
      await answer(1, () => isKnown('A paper on Clipper'));
    });

    it('takes what stands in the active editor', async () => {
      const document = await workspace.openTextDocument({ content: bibliography('Editha') });
      await window.showTextDocument(document);
      await answer(2, () => isKnown('A paper on Editha'));
      await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });

    it('lets a paper be moved to a topic, where it stays when its file is read again under another id', async () => {
      const uri = await folder.write('moved.bib', bibliography('Mover'));
      await paperside.import(uri);
      const idOf = async (): Promise<string> => (await paperside.papers()).find(({ key }) => key === 'Mover')!.id;
      const topicOf = async (id: string): Promise<string | undefined> =>
        (await paperside.groups('topic')).find(({ ids }) => ids.includes(id))?.label;
      const before = await idOf();
      await commands.executeCommand('paperside.moveToTopic', { ids: [before], topic: 'Of my own' });
      expect(await topicOf(before)).to.equal('Of my own');
      await workspace.fs.writeFile(uri, new TextEncoder().encode(bibEntry('Mover', { doi: '10.1000/mover' })));
      await paperside.import(uri);
      expect(await idOf()).to.equal('doi:10.1000/mover');
      expect(await topicOf('doi:10.1000/mover')).to.equal('Of my own');
      expect((await paperside.getPaper(before))?.id).to.equal('doi:10.1000/mover');
    });

    it('names sources and keywords of papers in the groups of the API', async () => {
      const uri = await folder.write('grouped.bib', bibEntry('Grouper', { keywords: 'odd keyword, other keyword' }));
      await paperside.import(uri);
      const paper = (await paperside.papers()).find(({ key }) => key === 'Grouper')!;
      const labels = async (by: 'source' | 'keyword'): Promise<readonly string[]> =>
        (await paperside.groups(by)).filter(({ ids }) => ids.includes(paper.id)).map(({ label }) => label);
      expect(await labels('keyword')).to.eql(['odd keyword', 'other keyword']);
      expect(await labels('source')).to.eql(['Imported: grouped.bib']);
      expect(paper.sources.map(({ key }) => key)).to.eql(['Grouper']);
    });
  });
});
