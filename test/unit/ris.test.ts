import { expect } from 'chai';
import { detectFormat } from '../../src/core/formats/libraryFormats';
import { ris } from '../../src/core/formats/ris';
import type { PaperRecord } from '../../src/core/paper';

function one(fields: string): PaperRecord {
  const { papers, problems } = ris.parse(`TY  - JOUR\nTI  - t\n${fields}\nER  - \n`);
  expect(problems).to.deep.equal([]);
  expect(papers).to.have.length(1);
  return papers[0]!;
}

const publisher = `Provider: A publisher
Content: text/plain

TY  - JOUR
AU  - Spitz, François
AU  - Van den Broeck, Guy
A1  - T. B. Brown
AU  - King, Martin Luther, Jr.
AU  - Google Research
ED  - Editor, Ed
TI  - Transcription <i>factors</i>:
from enhancers &amp; binding
PY  - 2012
DA  - 2012/09/01
JO  - Nature Reviews Genetics
T2  - Nature Reviews. Genetics
SP  - 613
EP  - 626
AB  - Genetic studies of $O(n)$
  go on.

Second paragraph.
KW  - one
KW  - two; three
DO  - doi:10.1038/NRG3207
UR  - https://a.example/paper; https://doi.org/10.1038/nrg3207
ID  - Spitz2012
ER  - 

TY  - CPAPER
TI  - Second
ER  - 
`;

describe('RIS', () => {
  it('reads what publishers write', () => {
    const { papers, problems } = ris.parse(publisher);
    expect(problems).to.deep.equal([]);
    expect(papers).to.have.length(2);
    expect(papers[0]).to.deep.equal({
      key: 'Spitz2012',
      title: 'Transcription factors: from enhancers & binding',
      abstract: 'Genetic studies of O(n) go on.\n\nSecond paragraph.',
      source: {
        title: 'Transcription <i>factors</i>: from enhancers &amp; binding',
        abstract: 'Genetic studies of $O(n)$ go on.\n\nSecond paragraph.',
      },
      markup: {
        title: 'Transcription factors: from enhancers & binding',
        abstract: 'Genetic studies of $O(n)$ go on.\n\nSecond paragraph.',
      },
      authors: [
        { given: 'François', family: 'Spitz' },
        { given: 'Guy', family: 'Van den Broeck' },
        { given: 'Martin Luther', family: 'King Jr.' },
        { family: 'Google Research' },
        { given: 'T. B.', family: 'Brown' },
      ],
      editors: [{ given: 'Ed', family: 'Editor' }],
      year: 2012,
      month: 9,
      type: 'article-journal',
      venue: 'Nature Reviews. Genetics',
      doi: '10.1038/nrg3207',
      topics: [],
      keywords: ['one', 'two', 'three'],
      links: [
        { kind: 'doi', url: 'https://doi.org/10.1038/nrg3207' },
        { kind: 'project', url: 'https://a.example/paper' },
      ],
    });
  });

  const spellings: readonly (readonly [name: string, text: string])[] = [
    ['CRLF and a byte order mark', '\uFEFFTY  - JOUR\r\nTI  - t\r\nDO  - 10.1145/x\r\nER  - \r\n'],
    ['old Macintosh line ends', 'TY  - JOUR\rTI  - t\rDO  - 10.1145/x\rER  - '],
    ['one space', 'TY - JOUR\nTI - t\nDO - 10.1145/x\nER -\n'],
    ['indentation', '   TY  - JOUR\n   TI  - t\n   DO  - 10.1145/x\n   ER  -\n'],
    ['no space behind the dash', 'TY  -JOUR\nTI  -t\nDO  -10.1145/x\nER  -'],
    ['lower-case types', 'TY  - jour\nT1  - t\nDI  - 10.1145/x\nER  - '],
    ['blank lines between', 'TY  - JOUR\n\nTI  - t\n\nDO  - 10.1145/x\n\nER  - \n'],
  ];
  for (const [name, text] of spellings) {
    it(`reads ${name}`, () => {
      const { papers, problems } = ris.parse(text);
      expect(problems).to.deep.equal([]);
      expect(papers.map(({ title, doi, type }) => [title, doi, type])).to.deep.equal([
        ['t', '10.1145/x', 'article-journal'],
      ]);
    });
  }

  const fields: readonly (readonly [fields: string, expected: Partial<PaperRecord>])[] = [
    ['PY  - 2012///', { year: 2012 }],
    ['Y1  - 2012/05/04/', { year: 2012, month: 5 }],
    ['PY  - May 2012', { year: 2012, month: 5 }],
    ['DA  - 12 June 2012', { year: 2012, month: 6 }],
    ['PY  - 2012\nDA  - 2013/05', { year: 2012 }],
    ['AB  - shown\nN2  - not', { abstract: 'shown' }],
    ['N2  - shown', { abstract: 'shown' }],
    ['AB  - of a\nCT - scan', { abstract: 'of a CT - scan' }],
    ['JO  - J\nJF  - K', { venue: 'J' }],
    ['JF  - K', { venue: 'K' }],
    ['JO  - CoRR\nVL  - abs/1706.03762', { arxiv: '1706.03762', type: 'article' }],
    ['AN  - arXiv:1706.03762', { arxiv: '1706.03762' }],
    ['N1  - arXiv:1706.03762 [cs.CL]', { arxiv: '1706.03762', primaryClass: 'cs.CL' }],
    ['N1  - arXiv:hep-th/9901001 [hep-th]', { arxiv: 'hep-th/9901001', primaryClass: 'hep-th' }],
    ['N1  - arXiv:1706.03762 [cs]', { arxiv: '1706.03762' }],
    ['UR  - http://arxiv.org/abs/1706.03762v5', { arxiv: '1706.03762' }],
    ['DO  - 10.48550/arXiv.1706.03762', { arxiv: '1706.03762' }],
    ['M3  - 10.1145/x', { doi: '10.1145/x' }],
    ['M3  - Article', {}],
    ['L1  - file:///etc/passwd\nUR  - javascript:alert(1)', { links: [] }],
  ];
  for (const [lines, expected] of fields) {
    it(`reads ${lines.replaceAll('\n', ', ')}`, () => {
      const paper = one(lines);
      const rest = Object.entries(paper).filter(([field]) => !['title', 'source', 'links'].includes(field));
      const { links = paper.links, ...wanted } = expected;
      expect(paper.links).to.deep.equal(links);
      expect(Object.fromEntries(rest)).to.deep.equal({
        abstract: '',
        authors: [],
        type: 'article-journal',
        topics: [],
        ...wanted,
      });
    });
  }

  const types: readonly (readonly [record: string, type: string, venue: string | undefined, editors: number])[] = [
    ['TY  - CONF\nT2  - NeurIPS\nA2  - E, F', 'paper-conference', 'NeurIPS', 1],
    ['TY  - CHAP\nBT  - Book\nA2  - E, F', 'chapter', 'Book', 1],
    ['TY  - BOOK\nT2  - Series\nPB  - Springer\nA2  - E, F', 'book', 'Springer', 0],
    ['TY  - THES\nPB  - MIT', 'thesis', 'MIT', 0],
    ['TY  - RPRT\nPB  - NASA', 'report', 'NASA', 0],
    ['TY  - COMP', 'software', undefined, 0],
    ['TY  - DATA', 'dataset', undefined, 0],
    ['TY  - ELEC\nT2  - Blog', 'webpage', 'Blog', 0],
    ['TY  - UNPB', 'article', undefined, 0],
    ['TY  - GEN', 'document', undefined, 0],
  ];
  for (const [record, type, venue, editors] of types) {
    it(`takes ${record.replaceAll('\n', ', ')} for ${type}`, () => {
      const [paper] = ris.parse(`${record}\nTI  - t\nER  - \n`).papers;
      expect([paper?.type, paper?.venue, paper?.editors?.length ?? 0]).to.deep.equal([type, venue, editors]);
    });
  }

  const broken: readonly (readonly [name: string, text: string, titles: readonly string[], problems: readonly unknown[]])[] = [
    ['no ER', 'TY  - JOUR\nTI  - a\nTY  - JOUR\nTI  - b\n', ['a', 'b'], [['missing-end', 0], ['missing-end', 2]]],
    ['no TY', 'TI  - a\nER  - \nTY  - JOUR\nTI  - b\nER  - ', ['b'], [['outside-record', 0]]],
    ['no title', 'TY  - JOUR\nID  - k\nER  - \nTY  - JOUR\nTI  - b\nER  - ', ['b'], [['missing-title', 0]]],
    ['a type nobody knows', 'TY  - WHAT\nTI  - a\nER  - ', ['a'], [['unknown-type', 0]]],
    ['a key twice', 'TY  - JOUR\nID  - k\nTI  - a\nER  - \nTY  - JOUR\nID  - k\nTI  - b\nER  - ', ['a', 'b'], [['duplicate-key', 4]]],
    ['prose', 'hello\nworld', [], [['no-records', 0]]],
    ['nothing', '\n', [], []],
  ]; // prettier-ignore
  for (const [name, text, titles, problems] of broken) {
    it(`reads the rest of a file with ${name}`, () => {
      const parsed = ris.parse(text);
      expect(parsed.papers.map((paper) => paper.title)).to.deep.equal(titles);
      expect(parsed.problems.map(({ code, line }) => [code, line])).to.deep.equal(problems);
      for (const { message } of parsed.problems) expect(message).to.match(/^[“\p{Lu}].*\.$/u);
    });
  }

  it('reads 3,000 authors and tags that are names of objects', () => {
    const authors = Array.from({ length: 3_000 }, (_, index) => `AU  - F${index}, G`).join('\n');
    expect(one(authors).authors).to.have.length(3_000);
    expect(one('__proto__  - x\nconstructor  - y').title).to.equal('t __proto__ - x constructor - y');
  });

  const files: readonly (readonly [path: string, head: string, format: string | undefined])[] = [
    ['a.ris', '', 'ris'],
    ['file:///a/B.RIS', 'x', 'ris'],
    ['export.txt', publisher, 'ris'],
    ['notes.txt', 'A line\nTY - x\n', undefined],
    ['a.risk', publisher, undefined],
  ];
  for (const [path, head, format] of files) {
    it(`takes ${path} for ${format ?? 'nothing'}`, () => {
      expect(detectFormat(path, head)?.id).to.equal(format);
    });
  }
});
