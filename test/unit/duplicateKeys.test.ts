import { expect } from 'chai';
import { readLibrary } from '../../src/core/formats/readLibrary';
import { Library } from '../../src/core/library';

// What a person does most often: copy an entry, and forget to change its key.

const bibTeX = (...entries: readonly (readonly [key: string, title: string])[]): string =>
  entries
    .map(([key, title]) => `@misc{${key},\n  title = {${title}},\n  author = {Dao, Tri},\n  year = {2022},\n}\n`)
    .join('');

const cslItem = (title: string): string =>
  `{"id": "dao", "type": "book", "title": "${title}", "author": [{"family": "Dao"}], "issued": {"date-parts": [[2022]]}}`;
const cslYamlItem = (title: string): string =>
  `- id: dao\n  type: book\n  title: ${title}\n  author:\n  - family: Dao\n  issued: 2022\n`;
const typstEntry = (title: string): string =>
  `dao:\n  type: book\n  title: ${title}\n  author: Dao, Tri\n  date: 2022\n`;
const risRecord = (title: string): string =>
  `TY  - BOOK\nID  - dao\nTI  - ${title}\nAU  - Dao, Tri\nPY  - 2022\nER  - \n`;

/** With the line of the second entry, from zero. */
const files: readonly (readonly [uri: string, text: string, line: number])[] = [
  ['file:///own.bib', bibTeX(['dao', 'One'], ['dao', 'Two']), 5],
  ['file:///own.json', `[\n${cslItem('One')},\n${cslItem('Two')}\n]`, 2],
  ['file:///own.csl.yaml', `references:\n${cslYamlItem('One')}${cslYamlItem('Two')}`, 7],
  ['file:///own.yml', typstEntry('One') + typstEntry('Two'), 5],
  ['file:///own.ris', risRecord('One') + risRecord('Two'), 6],
];

describe('Two entries of one key', () => {
  const read = (uri: string, text: string): { readonly library: Library; readonly problems: readonly string[] } => {
    const { papers, problems } = readLibrary(new TextEncoder().encode(text), uri);
    const library = new Library();
    library.replaceSource({ uri, kind: 'project' }, papers);
    return { library, problems: problems.map(({ code, line }) => `${code} ${line}`) };
  };

  for (const [uri, text, line] of files) {
    it(`are both papers, and a problem at the second, in ${uri}`, () => {
      const { library, problems } = read(uri, text);
      expect(library.papers().map(({ title, key }) => `${key} ${title}`)).to.deep.equal(['dao One', 'dao Two']);
      expect(new Set(library.papers().map(({ id }) => id)).size).to.equal(2);
      expect(problems).to.deep.equal([`duplicate-key ${line}`]);
    });

    it(`are one paper that is twice in its file where they are the same, in ${uri}`, () => {
      const { library, problems } = read(uri, text.replaceAll('Two', 'One'));
      expect(library.papers().map(({ title, sources }) => ({ title, sources }))).to.deep.equal([
        {
          title: 'One',
          sources: [
            { uri, key: 'dao' },
            { uri, key: 'dao' },
          ],
        },
      ]);
      expect(problems).to.deep.equal([`duplicate-key ${line}`]);
    });
  }

  it('that differ in case are both papers, and a problem, in BibTeX', () => {
    const { library, problems } = read('file:///own.bib', bibTeX(['Dao', 'One'], ['dao', 'Two']));
    expect(library.papers().map(({ key }) => key)).to.deep.equal(['Dao', 'dao']);
    expect(problems).to.deep.equal(['duplicate-key 5']);
  });

  it('stay the papers they are when a third comes behind them', () => {
    const uri = 'file:///own.bib';
    const two = [
      ['dao', 'One'],
      ['dao', 'Two'],
    ] as const;
    const { library } = read(uri, bibTeX(...two));
    const before = library.papers().map(({ id, title }) => `${id} ${title}`);
    const { papers } = readLibrary(new TextEncoder().encode(bibTeX(...two, ['dao', 'Three'])), uri);
    library.replaceSource({ uri, kind: 'project' }, papers);
    expect(
      library
        .papers()
        .map(({ id, title }) => `${id} ${title}`)
        .slice(0, 2),
    ).to.deep.equal(before);
    expect(library.size).to.equal(3);
  });
});
