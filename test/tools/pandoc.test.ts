import { expect } from 'chai';
import { convert } from 'pandoc-wasm';
import { bibliographyOf, citing, corpusPapers } from './corpusPapers';

/** What a document becomes in pandoc, and what that warns of. */
async function converted(from: string, text: string, bibliography: Readonly<Record<string, string>>) {
  const options = { from, to: 'plain', citeproc: true, bibliography: Object.keys(bibliography) };
  const { stderr, stdout, warnings } = await convert(options, text, { ...bibliography });
  const serious = warnings.filter(({ verbosity }) => verbosity !== 'INFO').map((one) => JSON.stringify(one));
  return { text: stdout, warnings: stderr === '' ? serious : [...serious, stderr] };
}

describe('Pandoc', function () {
  this.timeout(120_000);

  for (const name of ['refs.bib', 'refs.json', 'refs.yaml']) {
    it(`resolves the citations of all papers from ${name}`, async () => {
      const text = citing('paper.md', '# Paper\n', corpusPapers);
      const { text: written, warnings } = await converted('markdown', text, {
        [name]: bibliographyOf(name, corpusPapers),
      });
      expect(warnings).to.deep.equal([]);
      expect(written).to.not.match(/@|\?\?\?/);
    });
  }

  it('resolves the citations of an Org document', async () => {
    const text = citing('paper.org', '* Paper\n', corpusPapers);
    const { text: written, warnings } = await converted('org', text, {
      'refs.bib': bibliographyOf('refs.bib', corpusPapers),
    });
    expect(warnings).to.deep.equal([]);
    expect(written).to.not.match(/cite:|\?\?\?/);
  });

  it('warns of a key that is not there', async () => {
    const { warnings } = await converted('markdown', '[@nobody]', {
      'refs.bib': bibliographyOf('refs.bib', corpusPapers),
    });
    expect(warnings.join()).to.match(/nobody/);
  });

  it('resolves keys that have to be put in braces', async () => {
    const [paper] = corpusPapers;
    for (const key of [
      'a/b?c=1',
      'b/2',
      'd:4',
      'doi:10.1/x',
      'é2020',
      'a--b',
      'x.',
      '2020a',
      'a_b',
      'DBLP:conf/nips/X+1',
    ]) {
      const keyed = { ...paper!, key };
      const { text, warnings } = await converted('markdown', citing('paper.md', '', [keyed]), {
        'refs.json': bibliographyOf('refs.json', [keyed]),
      });
      expect(warnings, key).to.deep.equal([]);
      expect(text, key).to.not.match(/\?\?\?|@/);
    }
  });
});
