import type { Paper } from '../../src/core/paper';

/** A paper for tests of citing, complete but for what a test changes. */
export function paper(changes: Partial<Paper> = {}): Paper {
  return {
    id: 'arxiv:2205.14135',
    key: 'dao2022flashattention',
    title: 'FlashAttention',
    abstract: '',
    source: { title: 'FlashAttention', abstract: '' },
    authors: [
      { given: 'Tri', family: 'Dao' },
      { given: 'Daniel Y.', family: 'Fu' },
      { given: 'Stefano', family: 'Ermon' },
    ],
    year: 2022,
    type: 'paper-conference',
    venue: 'NeurIPS',
    arxiv: '2205.14135',
    topics: ['Efficient attention'],
    links: [{ kind: 'arxiv', url: 'https://arxiv.org/abs/2205.14135' }],
    ...changes,
  };
}

/** Three authors, an arXiv id. */
export const dao = paper();

/** Two authors, a DOI and no arXiv id. */
export const li: Paper = {
  id: 'doi:10.1145/1234',
  key: 'li2023ivit',
  title: 'I-ViT',
  abstract: '',
  source: { title: 'I-ViT', abstract: '' },
  authors: [
    { given: 'Zhikai', family: 'Li' },
    { given: 'Qingyi', family: 'Gu' },
  ],
  year: 2023,
  type: 'paper-conference',
  venue: 'ICCV',
  doi: '10.1145/1234',
  topics: [],
  links: [{ kind: 'doi', url: 'https://doi.org/10.1145/1234' }],
};
