import { expect } from 'chai';
import * as fc from 'fast-check';
import { huggingFacePapers } from '../../src/core/formats/huggingFacePapers';

const sentence =
  'We present a method that reads pages, and we show on many data sets that it does so without any loss.';
const abstract = `${sentence} ${sentence} It reaches 10times the speed. Code: https://github.com/a/b.`;
const header =
  'new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\nbyAK and the research community\n\nMar 14\n\n';

function titles(text: string): string[] {
  return huggingFacePapers.parse(text).papers.map((paper) => paper.title);
}

describe('Hugging Face Papers pages', () => {
  it('reads titles and abstracts under the page’s own lines', () => {
    const { papers, problems } = huggingFacePapers.parse(`${header}E$^{2}$GAN: Fast\n\n${abstract}\n\nNext\n`);
    expect(problems).to.deep.equal([]);
    expect(papers).to.have.length(1);
    expect(papers[0]).to.deep.include({
      title: 'E²GAN: Fast',
      source: { title: 'E$^{2}$GAN: Fast', abstract },
      authors: [],
      type: 'article',
      topics: [],
      links: [{ kind: 'code', url: 'https://github.com/a/b' }],
    });
    expect(papers[0]?.abstract).to.contain('10× the speed');
    expect(papers[0]?.markup?.title).to.equal('E$^{2}$GAN: Fast');
  });

  const pages: readonly [string, string, readonly string[]][] = [
    ['one paper', `First\n\n${abstract}`, ['First']],
    ['several papers', `${header}First\n\n${abstract}\n\nSecond: a Title?\n\n${abstract}\n`, ['First', 'Second: a Title?']],
    ['line ends of Windows', `${header}First\n\n${abstract}\n\nSecond\n\n${abstract}`.replaceAll('\n', '\r\n'), ['First', 'Second']],
    ['line ends of old Macs', `First\n\n${abstract}`.replaceAll('\n', '\r'), ['First']],
    ['a byte order mark', `\uFEFF${header}First\n\n${abstract}`, ['First']],
    ['no blank lines', `${header.replaceAll('\n\n', '\n')}First\n${abstract}\nSecond\n${abstract}`, ['First', 'Second']],
    ['other lines of the page', `Daily Papers\n\nTrending Papers\n\n42\n\nUpvote\n\n1.2k\n\n·\n\nFirst\n\n7 authors\n\n${abstract}\n\n3 comments`, ['First']],
    ['an abstract of several paragraphs', `First\n\n${abstract}\n\n${abstract}\n\nSecond\n\n${abstract}`, ['First', 'Second']],
    ['wrapped lines', `First\n\n${abstract.replaceAll('. ', '.\n')}\n\nA Second Title\nthat Was Wrapped\n\n${abstract}`, ['First', 'A Second Title that Was Wrapped']],
    ['an abstract without its last period', `First\n\n${abstract.slice(0, -1)}\n\nSecond\n\n${abstract}`, ['First', 'Second']],
    ['spaces around lines', `  First \t\n \n\t${abstract} \n`, ['First']],
  ]; // prettier-ignore
  for (const [name, text, expected] of pages) {
    it(`reads a page with ${name}`, () => {
      const { problems } = huggingFacePapers.parse(text);
      expect(titles(text)).to.deep.equal(expected);
      expect(problems).to.deep.equal([]);
    });
  }

  it('keeps the paragraphs of an abstract apart', () => {
    const [paper] = huggingFacePapers.parse(`First\n\n${abstract}\n\n${sentence} ${sentence}`).papers;
    expect(paper?.source.abstract).to.equal(`${abstract}\n\n${sentence} ${sentence}`);
  });

  it('says where a title has no abstract, and where an abstract has no title', () => {
    const { papers, problems } = huggingFacePapers.parse(`${abstract}\n\nLonely\n\nFirst\n\n${abstract}\n\nLast`);
    expect(papers.map(({ title }) => title)).to.deep.equal(['First']);
    expect(problems.map(({ code, line, severity }) => [code, line, severity])).to.deep.equal([
      ['abstract-without-title', 0, 'warning'],
      ['title-without-abstract', 2, 'warning'],
      ['title-without-abstract', 8, 'warning'],
    ]);
    expect(problems[1]?.message).to.equal('“Lonely” has no abstract below it.');
  });

  it('says that an empty page holds nothing', () => {
    for (const text of ['', '\n\n', header]) {
      expect(huggingFacePapers.parse(text).problems.map(({ code }) => code)).to.deep.equal(['no-papers']);
    }
  });

  const files: readonly [string, string, boolean][] = [
    ['papers.txt', header, true],
    ['/notes/huggingface-papers.txt', 'First', true],
    ['Hugging Face.text', '', true],
    ['notes.txt', 'Some notes of mine', false],
    ['papers.md', header, false],
    ['papers.json', '[]', false],
  ];
  for (const [path, head, expected] of files) {
    it(`${expected ? 'knows' : 'passes by'} ${path}`, () =>
      expect(huggingFacePapers.detect(path, head)).to.equal(expected));
  }

  it('reads any text', () => {
    const line = fc.oneof(fc.string(), fc.constantFrom('', '\n', 'A Title', abstract, 'Mar 14', '\r', 'Upvote'));
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = lines.join('\n');
        const { papers, problems } = huggingFacePapers.parse(text);
        expect(papers.length + problems.length).to.be.at.least(1);
        for (const { line: at } of problems) expect(at).to.be.within(0, text.split(/\r\n?|\n/).length);
        for (const { title, abstract: body } of papers) expect(title !== '' && body !== '').to.equal(true);
      }),
      { seed: 2022 },
    );
  });
});
