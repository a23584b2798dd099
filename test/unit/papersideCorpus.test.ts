import { expect } from 'chai';
import { detectFormat } from '../../src/core/formats/libraryFormats';
import { papersideCorpus } from '../../src/core/formats/papersideCorpus';

const whole = {
  id: 'arxiv:2205.14135',
  key: 'dao2022flashattention',
  title: 'FlashAttention',
  abstract: 'Fast.',
  source: { title: 'FlashAttention', abstract: 'Fast.' },
  authors: [{ given: 'Tri', family: 'Dao' }, { family: 'The Others' }],
  year: 2022,
  month: 5,
  type: 'paper-conference',
  venue: 'NeurIPS',
  doi: '10.1145/3669940.3707256',
  arxiv: '2205.14135',
  primaryClass: 'cs.LG',
  topics: ['Efficient attention'],
  links: [{ kind: 'code', url: 'https://github.com/Dao-AILab/flash-attention' }],
};

function parse(...records: unknown[]) {
  return papersideCorpus.parse(JSON.stringify(records, null, 2));
}

describe('the bundled corpus’s format', () => {
  it('reads a whole record', () => {
    const { papers, problems } = parse(whole);
    const { id, ...record } = whole;
    expect(id).to.equal('arxiv:2205.14135');
    expect(problems).to.deep.equal([]);
    expect(papers).to.deep.equal([record]);
  });

  it('reads a record without what may be absent, and drops what it does not know', () => {
    const { year, month, venue, doi, arxiv, primaryClass, ...needed } = whole;
    expect([year, month, venue, doi, arxiv, primaryClass]).to.not.include(undefined);
    const [paper] = parse({ ...needed, script: '<script>' }).papers;
    expect(Object.keys(paper ?? {})).to.deep.equal([
      'key',
      'title',
      'abstract',
      'source',
      'authors',
      'type',
      'topics',
      'links',
    ]);
  });

  const broken: readonly [string, unknown][] = [
    ['no object', 7],
    ['no key', { ...whole, key: undefined }],
    ['a key that is none', { ...whole, key: 'a b' }],
    ['no title', { ...whole, title: '' }],
    ['an abstract that is no text', { ...whole, abstract: 1 }],
    ['no source', { ...whole, source: undefined }],
    ['broken markup', { ...whole, markup: { title: 'x' } }],
    ['authors that are no list', { ...whole, authors: 'Dao' }],
    ['an author without a family name', { ...whole, authors: [{ given: 'Tri' }] }],
    ['an unknown type', { ...whole, type: 'poem' }],
    ['a year that is no number', { ...whole, year: '2022' }],
    ['a thirteenth month', { ...whole, month: 13 }],
    ['an arXiv id that is none', { ...whole, arxiv: '../x' }],
    ['a DOI that is none', { ...whole, doi: 'x' }],
    ['a link that runs', { ...whole, links: [{ kind: 'code', url: 'javascript:alert(1)' }] }],
    ['a link of no kind', { ...whole, links: [{ kind: 'x', url: 'https://a.example' }] }],
  ];
  for (const [name, record] of broken) {
    it(`leaves out a record with ${name} and reads the others`, () => {
      const { papers, problems } = parse(record, whole);
      expect(papers).to.have.length(1);
      expect(problems.map(({ code, severity }) => [code, severity])).to.deep.equal([['broken-record', 'error']]);
      expect(problems[0]?.message).to.contain('Record 1 ');
    });
  }

  it('says where a broken record is', () => {
    const { problems } = parse(whole, { ...whole, id: 'arxiv:2307.08691', title: '' });
    const lines = JSON.stringify([whole, { ...whole, id: 'arxiv:2307.08691' }], null, 2).split('\n');
    expect(lines[problems[0]?.line ?? -1]).to.contain('"id": "arxiv:2307.08691"');
  });

  for (const text of ['', '{', '{}', 'null', '7', '[', '\u0000', JSON.stringify([whole]).slice(0, -9)]) {
    it(`says what is wrong with “${text.slice(0, 10)}”`, () => {
      const { papers, problems } = papersideCorpus.parse(text);
      expect(papers).to.deep.equal([]);
      expect(problems.map(({ code }) => code)).to.deep.equal(['broken-json']);
    });
  }

  it('is told from other lists in JSON', () => {
    const text = JSON.stringify([whole], null, 2);
    expect(detectFormat('file:///x/corpus/papers.json', text)?.id).to.equal('paperside-corpus');
    expect(detectFormat('papers.txt', text)?.id).to.equal(undefined);
    expect(detectFormat('library.json', '[{"id":"Dao2022","type":"article"}]')?.id).to.equal(undefined);
    expect(detectFormat('x/huggingface.txt', '')?.id).to.equal('hugging-face-papers');
  });
});
