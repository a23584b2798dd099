import { expect } from 'chai';
import type { GroupBy } from '../../src/core/grouping';
import { librarySections } from '../../src/core/librarySections';
import type { LibraryPaper } from '../../src/core/paper';

/** A paper with its sources, as the library holds it. */
const paper = (id: string, ...sources: string[]): LibraryPaper => ({
  id,
  key: id,
  title: id,
  abstract: '',
  source: { title: '', abstract: '' },
  authors: [],
  type: 'article',
  topics: ['Other'],
  links: [],
  sources: sources.map((uri) => ({ uri, key: id })),
});

const bundled = 'file:///paperside/papers.json';
const own = 'file:///a/refs.bib';
const deep = 'file:///a/paper/refs.bib';
const other = 'file:///b/refs.bib';

/** Each section as `folder: label(papers) …`; sources by the name of their folder. */
const shown = (papers: readonly LibraryPaper[], folders: readonly string[], groupBy: GroupBy = 'topic'): string[] =>
  librarySections(papers, new Set([own, deep, other]), folders, groupBy, 'title').map(
    ({ folder = 'others', groups }) =>
      `${folder}: ${groups.map(({ label, ids }) => `${label}(${ids.length > 5 ? ids.length : ids.join()})`).join(' ')}`,
  );

describe('Sections of the library', () => {
  it('are the papers of each folder, then all others', () => {
    const papers = [paper('x', own), paper('y', bundled), paper('z', other)];
    expect(shown(papers, ['file:///a', 'file:///b'])).to.eql(['file:///a: (x)', 'file:///b: (z)', 'others: Other(y)']);
  });

  it('show a paper of several projects in each of them, and one of a project not among the others', () => {
    const papers = [paper('x', own, other, bundled)];
    expect(shown(papers, ['file:///a', 'file:///b'])).to.eql(['file:///a: (x)', 'file:///b: (x)', 'others: ']);
  });

  it('count a file to the innermost folder', () => {
    const papers = [paper('x', deep), paper('y', own)];
    expect(shown(papers, ['file:///a', 'file:///a/paper'])).to.eql([
      'file:///a: (y)',
      'file:///a/paper: (x)',
      'others: ',
    ]);
  });

  it('take no folder for another whose name it begins', () => {
    expect(shown([paper('x', own)], ['file:///a/ref', 'file:///'])).to.eql(['file:///: (x)', 'others: ']);
  });

  it('leave a folder without papers out', () => {
    expect(shown([paper('x', other)], ['file:///a', 'file:///b'])).to.eql(['file:///b: (x)', 'others: ']);
  });

  it('count a file outside, which a document declares, to the first folder', () => {
    expect(shown([paper('x', other)], ['file:///a'])).to.eql(['file:///a: (x)', 'others: ']);
    expect(shown([paper('x', other)], [])).to.eql(['others: Other(x)']);
  });

  it('group the papers of a project where there are many', () => {
    const many = Array.from({ length: 21 }, (_, index) => paper(`x${index}`, index < 3 ? own : deep, bundled));
    expect(shown(many.slice(0, 20), ['file:///a'])).to.eql(['file:///a: (20)', 'others: ']);
    expect(shown(many, ['file:///a'])).to.eql(['file:///a: Other(21)', 'others: ']);
  });

  it('group a project by its own files only', () => {
    const many = Array.from({ length: 21 }, (_, index) => paper(`x${index}`, index < 3 ? own : deep, bundled));
    expect(shown(many, ['file:///a'], 'source')).to.eql([`file:///a: ${deep}(18) ${own}(x0,x1,x2)`, 'others: ']);
  });
});
