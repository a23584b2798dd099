import { expect } from 'chai';
import { normalizeArxiv, normalizeDoi, normalizePaperId, paperId } from '../../src/core/identifiers';

describe('identifiers', () => {
  const arxiv: readonly [string, string | undefined][] = [
    ['2205.14135', '2205.14135'],
    ['2205.14135v2', '2205.14135'],
    ['0704.0001', '0704.0001'],
    [' arXiv:2205.14135v12 ', '2205.14135'],
    ['ARXIV: 2205.14135', '2205.14135'],
    ['https://arxiv.org/abs/2205.14135', '2205.14135'],
    ['http://www.arxiv.org/abs/2205.14135v1', '2205.14135'],
    ['https://arxiv.org/pdf/2205.14135v2.pdf', '2205.14135'],
    ['https://export.arxiv.org/abs/2205.14135?context=cs', '2205.14135'],
    ['arxiv.org/html/2403.05527v5', '2403.05527'],
    ['10.48550/arXiv.2205.14135', '2205.14135'],
    ['https://doi.org/10.48550/arXiv.2205.14135', '2205.14135'],
    ['cs/0112017', 'cs/0112017'],
    ['cs.LG/0112017v3', 'cs/0112017'],
    ['hep-th/9901001', 'hep-th/9901001'],
    ['https://arxiv.org/abs/cond-mat/0112017', 'cond-mat/0112017'],
    ['', undefined],
    ['2213.14135', undefined],
    ['2205.141', undefined],
    ['2205.14135 and more', undefined],
    ['10.1145/3669940.3707256', undefined],
    ['FlashAttention', undefined],
    ['https://example.org/abs/2205.14135', undefined],
  ];
  for (const [text, expected] of arxiv) {
    it(`reads the arXiv id ${expected} from “${text}”`, () => expect(normalizeArxiv(text)).to.equal(expected));
  }

  const dois: readonly [string, string | undefined][] = [
    ['10.1145/3669940.3707256', '10.1145/3669940.3707256'],
    ['10.1609/AAAI.V35I3.16365', '10.1609/aaai.v35i3.16365'],
    ['doi:10.1145/3626762', '10.1145/3626762'],
    ['https://doi.org/10.1109/TASLP.2022.3182856', '10.1109/taslp.2022.3182856'],
    ['http://dx.doi.org/10.1002/(SICI)1097-4571(199806)49:8', '10.1002/(sici)1097-4571(199806)49:8'],
    ['https://doi.org/10.1016/S0022-5193%2803%2900123-4', '10.1016/s0022-5193(03)00123-4'],
    ['dx.doi.org/10.1016%2fj.cell', '10.1016/j.cell'],
    ['https://doi.org/10.1000/100%', '10.1000/100%'],
    ['10.1000/a%2Fb', '10.1000/a%2fb'],
    ['DOI 10.1145/3626762.', '10.1145/3626762'],
    [
      '10.1002/1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2',
      '10.1002/1097-0258(19980815)17:15<1661::aid-sim968>3.0.co;2-2',
    ],
    ['10.1145/', undefined],
    ['10.1145/.', undefined],
    ['https://doi.org/doi:10.1145/3626762', '10.1145/3626762'],
    ['11.1145/3626762', undefined],
    ['2205.14135', undefined],
    ['', undefined],
  ];
  for (const [text, expected] of dois) {
    it(`reads the DOI ${expected} from “${text}”`, () => expect(normalizeDoi(text)).to.equal(expected));
  }

  it('names a paper by arXiv id, else by DOI, else by its source', () => {
    expect(paperId({ arxiv: '2205.14135v2', doi: '10.1/x' }, 'file#1')).to.equal('arxiv:2205.14135');
    expect(paperId({ doi: '10.1145/ABC' }, 'file#1')).to.equal('doi:10.1145/abc');
    expect(paperId({}, 'file#1')).to.equal('file#1');
  });

  for (const [id, expected] of [
    ['arxiv:2205.14135', 'arxiv:2205.14135'],
    ['arXiv:2205.14135v3', 'arxiv:2205.14135'],
    ['2205.14135', 'arxiv:2205.14135'],
    ['DOI:10.1145/ABC', 'doi:10.1145/abc'],
    ['doi:10.48550/arXiv.2205.14135', 'arxiv:2205.14135'],
    ['library.bib#Dao2022', 'library.bib#Dao2022'],
  ] as const) {
    it(`takes “${id}” for ${expected}`, () => expect(normalizePaperId(id)).to.equal(expected));
  }
});
