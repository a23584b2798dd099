import { expect } from 'chai';
import { Library, paperRow } from '../../src/core/library';
import type { PaperRecord } from '../../src/core/paper';

const record = (facts: Partial<PaperRecord> & { title: string }): PaperRecord => ({
  abstract: '',
  source: { title: facts.title, abstract: '' },
  authors: [{ given: 'Tri', family: 'Dao' }],
  year: 2022,
  type: 'article',
  topics: [],
  links: [],
  ...facts,
});

const flash = record({ title: 'FlashAttention', arxiv: '2205.14135' });
const other = record({ title: 'FlashAttention: another', doi: '10.1000/x' });

describe('Library', () => {
  it('gives papers ids, keys that differ, and topics', () => {
    const library = new Library();
    library.replaceSource('file:///a', [flash, other, record({ title: 'Häse & co' })]);
    expect(library.papers().map(({ id, key }) => `${id} ${key}`)).to.eql([
      'arxiv:2205.14135 dao2022flashattention',
      'doi:10.1000/x dao2022flashattentiona',
      'file:///a#2 dao2022hase',
    ]);
    for (const { topics } of library.papers()) expect(topics).to.have.length.greaterThan(0);
  });

  it('keeps keys and topics that the file gives', () => {
    const library = new Library();
    library.replaceSource('file:///a', [{ ...flash, key: 'own', topics: ['Mine'] }]);
    expect(library.get('arxiv:2205.14135')).to.include({ key: 'own' }).and.have.deep.property('topics', ['Mine']);
  });

  it('tells what a change removed and added', () => {
    const library = new Library();
    const ids = ({ removed, added }: ReturnType<Library['replaceSource']>): string =>
      `- ${removed.join(' ')} + ${added.map(({ id }) => id).join(' ')}`;
    expect(ids(library.replaceSource('file:///a', [flash]))).to.equal('-  + arxiv:2205.14135');
    expect(ids(library.replaceSource('file:///a', [other]))).to.equal('- arxiv:2205.14135 + doi:10.1000/x');
    expect(ids(library.replaceSource('file:///b', [other]))).to.equal('-  + ');
    expect(ids(library.replaceSource('file:///a', []))).to.equal('- doi:10.1000/x + doi:10.1000/x');
    expect(ids(library.replaceSource('file:///b', []))).to.equal('- doi:10.1000/x + ');
    expect(library.size).to.equal(0);
  });

  it('reduces a paper to its row', () => {
    const library = new Library();
    library.replaceSource('file:///a', [{ ...flash, topics: ['Attention'] }]);
    expect(library.papers().map(paperRow)).to.eql([
      {
        id: 'arxiv:2205.14135',
        key: 'dao2022flashattention',
        title: 'FlashAttention',
        authors: 'Dao',
        year: 2022,
        topic: 'Attention',
        hasArxiv: true,
      },
    ]);
  });
});
