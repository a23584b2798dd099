import { expect } from 'chai';
import { pastedPapers } from '../../../src/core/cite/pastedPapers';

const ids: readonly (readonly [text: string, ...ids: string[]])[] = [
  ['2205.14135', 'arxiv:2205.14135'],
  ['2205.14135v2', 'arxiv:2205.14135'],
  ['arXiv:2205.14135', 'arxiv:2205.14135'],
  ['arXiv: 2205.14135', 'arxiv:2205.14135'],
  [' https://arxiv.org/abs/2205.14135v2\n', 'arxiv:2205.14135'],
  ['https://arxiv.org/pdf/2205.14135.pdf', 'arxiv:2205.14135'],
  ['https://arxiv.org/abs/cs/0112017', 'arxiv:cs/0112017'],
  ['https://huggingface.co/papers/2205.14135', 'arxiv:2205.14135'],
  ['10.48550/arXiv.2205.14135', 'arxiv:2205.14135'],
  ['10.1145/3669940.3707256', 'doi:10.1145/3669940.3707256'],
  ['doi: 10.1145/ABC', 'doi:10.1145/abc'],
  ['https://doi.org/10.1145/3669940.3707256', 'doi:10.1145/3669940.3707256'],
  ['https://dl.acm.org/doi/abs/10.1145/3669940.3707256?x=1', 'doi:10.1145/3669940.3707256'],
  ['<https://doi.org/10.1145/3669940.3707256>.', 'doi:10.1145/3669940.3707256'],
  ['2205.14135, 2307.08691\n2205.14135v1', 'arxiv:2205.14135', 'arxiv:2307.08691'],
];
const others = [
  '',
  ' ',
  'see 2205.14135',
  '12.5',
  'https://example.org/about',
  'flash attention',
  'dao2022flashattention',
  '@dao2022flashattention',
  '@dataclass\nclass A:',
  'a'.repeat(1_000_000),
  '@article{'.padEnd(1_000_000, 'x'),
];

describe('What was pasted', () => {
  for (const [text, ...found] of ids) {
    it(`names ${found.join(' and ')}: ${JSON.stringify(text)}`, () =>
      expect(pastedPapers(text)).to.deep.equal({ kind: 'ids', ids: found }));
  }
  for (const text of ['@article{a, title = {T}}', '\n @inproceedings (b, title = "T")', '@ARTICLE{']) {
    it(`is BibTeX: ${JSON.stringify(text)}`, () => expect(pastedPapers(text)).to.deep.equal({ kind: 'entries' }));
  }
  for (const text of others) {
    it(`is nothing to cite: ${JSON.stringify(text.slice(0, 40))}`, () =>
      expect(pastedPapers(text)).to.equal(undefined));
  }
});
