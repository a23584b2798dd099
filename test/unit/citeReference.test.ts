import { expect } from 'chai';
import { detectCitationFormat } from '../../src/core/cite/citationFormats';
import { reference } from '../../src/core/cite/reference';
import type { Paper } from '../../src/core/paper';
import { dao, li, paper } from './citePapers';

describe('A reference', () => {
  const one = { family: 'Dao', given: 'Tri' };
  const { year, ...undated } = paper({ title: 'T', authors: [one] });
  const { arxiv, ...unnumbered } = paper({ title: 'T', authors: [one] });
  const references: readonly (readonly [what: string, paper: Paper, written: string])[] = [
    ['three authors', dao, 'Dao et al. (2022). FlashAttention. arXiv:2205.14135'],
    ['two authors and a DOI', li, 'Li and Gu (2023). I-ViT. doi:10.1145/1234'],
    ['one author', paper({ authors: [one], year: 2024, title: 'T' }), 'Dao (2024). T. arXiv:2205.14135'],
    [
      'one author and others',
      paper({ authors: [one], andOthers: true, title: 'T' }),
      'Dao et al. (2022). T. arXiv:2205.14135',
    ],
    ['two authors and others', { ...li, andOthers: true }, 'Li et al. (2023). I-ViT. doi:10.1145/1234'],
    ['no year', undated, 'Dao (n.d.). T. arXiv:2205.14135'],
    ['neither id', unnumbered, 'Dao (2022). T. https://arxiv.org/abs/2205.14135'],
    ['no link', { ...unnumbered, links: [] }, 'Dao (2022). T.'],
    ['a question', paper({ authors: [one], title: 'Why?' }), 'Dao (2022). Why? arXiv:2205.14135'],
    ['an exclamation', paper({ authors: [one], title: 'Stop!' }), 'Dao (2022). Stop! arXiv:2205.14135'],
    ['a quoted question', paper({ authors: [one], title: '“Why?”' }), 'Dao (2022). “Why?” arXiv:2205.14135'],
    ['a full stop', paper({ authors: [one], title: 'T.' }), 'Dao (2022). T. arXiv:2205.14135'],
    ['no authors', paper({ authors: [], title: 'T' }), 'T (2022). arXiv:2205.14135'],
    ['editors alone', paper({ authors: [], editors: [one], title: 'T' }), 'Dao (2022). T. arXiv:2205.14135'],
    ['no title', paper({ authors: [one], title: '' }), 'Dao (2022). arXiv:2205.14135'],
  ];
  expect([year, arxiv]).to.not.include(undefined);
  for (const [what, cited, written] of references) {
    it(`with ${what} reads ${JSON.stringify(written)}`, () => {
      expect(reference(cited)).to.equal(written);
    });
  }
});

describe('The format of a document', () => {
  const documents: readonly (readonly [languageId: string, path: string, format: string])[] = [
    ['latex', '', 'latex'],
    ['plaintext', '/a/b.tex', 'latex'],
    ['plaintext', '/a/b.Rnw', 'latex'],
    ['markdown', '/a/b.md', 'pandoc'],
    ['plaintext', '/a/b.qmd', 'pandoc'],
    ['plaintext', '/a/b.Rmd', 'pandoc'],
    ['plaintext', '/a/b.mdx', 'pandoc'],
    ['typst', '/a/b', 'typst'],
    ['plaintext', '/a/b.typ', 'typst'],
    ['plaintext', '/a/b.org', 'org'],
    ['plaintext', '/a/b.adoc', 'asciidoc'],
    ['python', '/a/b.tex', 'comment'],
    ['markdown', '/a/b.tex', 'pandoc'],
    ['nobody-knows', '/a/b.typ', 'typst'],
    ['plaintext', '/a/b.md/c', 'comment'],
    ['plaintext', '', 'comment'],
  ];
  for (const [languageId, path, format] of documents) {
    it(`of ${languageId} ${path} is ${format}`, () => {
      expect(detectCitationFormat({ languageId, path }).id).to.equal(format);
    });
  }
});
