import { expect } from 'chai';
import { foldLetters } from '../../src/core/search/foldLetters';
import { paper, indexOf } from './searchCorpus';

describe('Letters as they are searched', () => {
  const texts: readonly (readonly [text: string, folded: string])[] = [
    ['β-VAE', 'beta-VAE'],
    ['TGF-β', 'TGF-beta'],
    ['μTransfer', 'muTransfer'],
    ['10 µm', '10 mum'],
    ['Δ-learning', 'delta-learning'],
    ['Häse', 'Hase'],
    ['λόγος', 'λογος'],
    ['plain', 'plain'],
  ];
  for (const [text, folded] of texts) it(`${text} → ${folded}`, () => expect(foldLetters(text)).to.equal(folded));

  it('finds a Greek letter by its name, and by itself', async () => {
    const titles = ['β-VAE: Learning Concepts', 'RoBERTa', 'μTransfer of Parameters', 'The TGF-β Pathway'];
    const index = await indexOf(titles.map((title, at) => paper(`p${at}`, { title })));
    const first = (query: string): string | undefined => index.search(query, 1)[0]?.id;
    for (const query of ['beta-vae', 'β-VAE', 'betaVAE', 'beta vae']) expect(first(query), query).to.equal('p0');
    for (const query of ['mutransfer', 'μtransfer', 'mu transfer']) expect(first(query), query).to.equal('p2');
    for (const query of ['tgf-beta', 'TGFbeta', 'tgf β']) expect(first(query), query).to.equal('p3');
  });
});
