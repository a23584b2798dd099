import { expect } from 'chai';
import type { Paper } from '../../src/core/paper';
import type { SourceReading } from '../../src/core/sourceReadings';
import { abstractContent } from '../../src/worker/abstractContent';

const bare: Paper = {
  id: 'arxiv:2205.14135',
  key: 'dao2022flashattention',
  title: 'FlashAttention',
  abstract: 'Attention is slow.',
  source: { title: 'FlashAttention', abstract: 'Attention is slow.' },
  authors: [
    { given: 'Tri', family: 'Dao' },
    { given: 'Dan', family: 'Fu' },
  ],
  type: 'paper-conference',
  topics: ['Attention'],
  links: [{ kind: 'arxiv', url: 'https://arxiv.org/abs/2205.14135' }],
};
const paper: Paper = { ...bare, year: 2022, venue: 'NeurIPS', arxiv: '2205.14135' };

const own: SourceReading = { uri: 'file:///own.bib', kind: 'project', key: 'dao', line: 3, differences: [] };
const bundled: SourceReading = {
  uri: 'file:///papers.json',
  kind: 'bundled',
  key: 'dao2022',
  line: 0,
  differences: [],
};

describe('abstractContent', () => {
  it('shows a paper and those related to it', () => {
    const other: Paper = { ...paper, id: 'arxiv:1', title: 'Another', authors: [{ family: 'Li' }], year: 2023 };
    expect(abstractContent(paper, [other], [])).to.deep.equal({
      id: 'arxiv:2205.14135',
      key: 'dao2022flashattention',
      plainTitle: 'FlashAttention',
      title: [{ kind: 'text', text: 'FlashAttention' }],
      authors: ['Tri Dao', 'Dan Fu'],
      publication: 'NeurIPS 2022',
      abstract: [[{ kind: 'text', text: 'Attention is slow.' }]],
      topics: ['Attention'],
      links: [{ kind: 'arxiv', url: 'https://arxiv.org/abs/2205.14135' }],
      related: [{ id: 'arxiv:1', title: 'Another', byline: 'Li, 2023' }],
      sources: [],
    });
  });

  it('says of whom the file names not all', () => {
    const { authors, andOthers, related } = abstractContent(
      { ...paper, andOthers: true },
      [{ ...paper, andOthers: true }],
      [],
    );
    expect({ authors, andOthers }).to.deep.equal({ authors: ['Tri Dao', 'Dan Fu'], andOthers: true });
    expect(related[0]?.byline).to.equal('Dao et al., 2022');
  });

  it('names the sources of a paper, but not the bundled corpus alone', () => {
    const sources = (...readings: readonly SourceReading[]): readonly string[] =>
      abstractContent(paper, [], readings).sources.map(({ key }) => key);
    expect(sources(bundled)).to.deep.equal([]);
    expect(sources(own)).to.deep.equal(['dao']);
    expect(sources(own, bundled)).to.deep.equal(['dao', 'dao2022']);
  });

  it('says what a source says otherwise, each on one line that is not too long', () => {
    const differences = [
      { field: 'title', value: 'Flash\n\u202EAttention' },
      { field: 'abstract', value: 'word '.repeat(1_000) },
    ] as const;
    const [source] = abstractContent(paper, [], [{ ...own, differences }]).sources;
    expect(source).to.deep.include({ uri: own.uri, kind: 'project', key: 'dao', line: 3 });
    expect(source?.differences[0]).to.deep.equal({ field: 'title', value: 'Flash Attention' });
    expect(source?.differences[1]?.value)
      .to.match(/^(?:word )+\w*…$/)
      .and.have.lengthOf.below(310);
  });

  const publications: readonly (readonly [string, Partial<Paper>])[] = [
    ['ICLR 2024', { venue: 'ICLR', year: 2024 }],
    ['Findings of ACL, 2023', { venue: 'Findings of ACL', year: 2023 }],
    ['NeurIPS 2024 Workshop on Speech', { venue: 'NeurIPS 2024 Workshop on Speech', year: 2024 }],
    ['Volume 20241, 2024', { venue: 'Volume 20241', year: 2024 }],
    ['arXiv 2024', { type: 'article', arxiv: '2401.1', year: 2024 }],
    ['arXiv', { type: 'article', arxiv: '2401.1' }],
    ['2020', { year: 2020 }],
    ['', {}],
  ];
  for (const [expected, given] of publications) {
    it(`names ${expected || 'no publication'}`, () => {
      expect(abstractContent({ ...bare, ...given }, [], []).publication).to.equal(expected);
    });
  }

  it('parts paragraphs at empty lines and joins wrapped ones', () => {
    const content = abstractContent({ ...paper, abstract: 'One\nline.\n\n \n Two.\r\n\r\nThree.\n' }, [], []);
    expect(content.abstract).to.deep.equal([
      [{ kind: 'text', text: 'One line.' }],
      [{ kind: 'text', text: 'Two.' }],
      [{ kind: 'text', text: 'Three.' }],
    ]);
  });

  it('has no paragraph for a paper without abstract', () => {
    expect(abstractContent({ ...paper, abstract: ' \n' }, [], []).abstract).to.deep.equal([]);
  });

  it('typesets the mathematics of title and abstract', () => {
    const markup = { title: 'E$^{2}$GAN', abstract: 'Over $10^{13}$.' };
    const content = abstractContent({ ...paper, markup }, [], []);
    expect([...content.title, ...content.abstract.flat()].map(({ kind }) => kind)).to.deep.equal([
      'text',
      'mathematics',
      'text',
      'text',
      'mathematics',
      'text',
    ]);
  });

  describe('with hostile papers', () => {
    const hostile =
      '<script>alert(1)</script>\n<img src=x onerror=alert(1)> [x](command:quit) ![y](https://a.example/y.png) \u202Eevil\u0000';

    it('keeps markup as text, on one line, without what turns its direction', () => {
      const { title, plainTitle } = abstractContent({ ...paper, title: hostile }, [], []);
      expect(plainTitle).to.equal(
        '<script>alert(1)</script> <img src=x onerror=alert(1)> [x](command:quit) ![y](https://a.example/y.png) evil',
      );
      expect(title.map(({ kind }) => kind)).to.deep.equal(['text', 'link', 'text']);
    });

    it('lets only web addresses through as links', () => {
      const urls = ['javascript:alert(1)', 'command:quit', 'vscode://x', 'file:///etc/passwd', 'https://a.example'];
      const links = urls.map((url) => ({ kind: 'code', url }) as const);
      expect(abstractContent({ ...paper, links }, [], []).links.map(({ url }) => url)).to.deep.equal([
        'https://a.example',
      ]);
    });

    for (const [name, unit] of Object.entries({
      letters: 'x',
      markup: '<b>',
      dollars: '$x',
      breaks: '\n\n',
      emoji: '😀',
    })) {
      it(`stays small with a megabyte of ${name}`, () => {
        const long = unit.repeat(1_000_000 / unit.length);
        const authors = Array.from({ length: 2_000 }, () => ({ given: long, family: long }));
        const topics = Array.from({ length: 100 }, () => long);
        const text = { title: long, abstract: long };
        const content = abstractContent(
          { ...paper, ...text, markup: text, key: long, venue: long, authors, topics },
          [{ ...paper, ...text }],
          Array.from({ length: 300 }, () => ({
            ...own,
            key: long,
            differences: [{ field: 'abstract', value: long }] as const,
          })),
        );
        const size = JSON.stringify(content).length;
        expect(size).to.be.lessThan(1_000_000);
        expect(JSON.stringify(content)).to.satisfy((json: string) => json.isWellFormed());
      }).timeout(20_000);
    }
  });
});
