import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { corpusFiles } from '../../corpus/build/corpusFiles';
import { corpusPapers, type CorpusSources } from '../../corpus/build/corpusPapers';
import { readCorrections, readMetadata } from '../../corpus/build/sources';
import { repairLostLatex } from '../../src/core/formats/lostLatex';
import { papersideCorpus } from '../../src/core/formats/papersideCorpus';
import { groupPapers } from '../../src/core/grouping';
import { paperId } from '../../src/core/identifiers';
import { mathTree } from '../../src/core/mathematics/mathTree';
import { plainText } from '../../src/core/mathematics/plainText';
import type { Paper } from '../../src/core/paper';

const read = (name: string): string => readFileSync(`corpus/${name}`, 'utf8');

const sources: CorpusSources = {
  page: read('source/huggingface-papers.txt'),
  metadata: readMetadata(read('source/metadata.json')),
  corrections: readCorrections(read('corrections.json')),
  frozenKeys: new Map(),
};

describe('the bundled corpus', () => {
  const papers = corpusPapers(sources);
  const byKey = new Map(papers.map((paper) => [paper.key, paper]));

  it('is what its sources give, byte for byte', () => {
    for (const [name, text] of corpusFiles(papers)) expect(read(name) === text, name).to.equal(true);
  });

  it('is read back whole by its own format', () => {
    const { papers: records, problems } = papersideCorpus.parse(read('papers.json'));
    expect(problems).to.deep.equal([]);
    const whole = records.map(({ key, ...record }) => ({ id: paperId(record, ''), key, ...record }));
    expect(whole).to.deep.equal(papers);
  });

  it('holds 115 papers, whole', () => {
    expect(papers).to.have.length(115);
    expect(new Set(papers.map(({ id }) => id)).size).to.equal(115);
    for (const paper of papers) {
      expect(paper.id).to.equal(`arxiv:${paper.arxiv}`);
      expect(paper.abstract.length, paper.id).to.be.above(400);
      expect(paper.authors.length, paper.id).to.be.above(0);
      expect(paper.year, paper.id).to.be.within(2016, 2025);
      expect(paper.links.map(({ kind }) => kind).slice(0, 2)).to.deep.equal(['arxiv', 'pdf']);
      for (const { url } of paper.links) expect(url).to.match(/^https:\/\/[^\s{}]*[^\s{}.,;:)]$/);
    }
  });

  it('has a paper’s facts where they belong', () => {
    const { abstract, source, ...paper } = byKey.get('prabhu2025vattention')!;
    expect(abstract).to.equal(source.abstract);
    expect(paper).to.deep.include({
      id: 'arxiv:2405.04437',
      title: 'vAttention: Dynamic Memory Management for Serving LLMs without PagedAttention',
      year: 2025,
      type: 'paper-conference',
      venue: 'ASPLOS',
      doi: '10.1145/3669940.3707256',
      topics: ['LLM serving and inference'],
      links: [
        { kind: 'arxiv', url: 'https://arxiv.org/abs/2405.04437' },
        { kind: 'pdf', url: 'https://arxiv.org/pdf/2405.04437' },
        { kind: 'doi', url: 'https://doi.org/10.1145/3669940.3707256' },
        { kind: 'code', url: 'https://github.com/microsoft/vattention' },
      ],
    });
    expect(paper.month, 'the month of publication is not known').to.equal(undefined);
    expect(byKey.get('guo2024casa')?.month).to.equal(10);
    expect(byKey.get('lee2024compact')?.links.at(-1)).to.deep.equal({
      kind: 'project',
      url: 'https://maincold2.github.io/c3dgs/',
    });
  });

  it('has the keys people know', () => {
    expect(byKey.size).to.equal(115);
    for (const key of 'dao2022flashattention dao2024flashattention2 lee2024seit krenn2020selfreferencing sun2021mamba gong2024e2gan he2025a2ats li2023ivit saha2024io lavin2024efficiency abbasikoohpayegani2024nola basuroychowdhury2024enhancing'.split(
      ' ',
    )) {
      expect(byKey.has(key), key).to.equal(true);
    }
  });

  it('groups its papers into topics of 2 to 25, at most 5 of them in the catch-all', () => {
    const groups = new Map(groupPapers(papers, 'topic', 'title').map(({ label, ids }) => [label, ids]));
    expect(groups.size).to.be.within(10, 18);
    for (const [label, group] of groups) expect(group.length, label).to.be.within(2, label === 'Other' ? 5 : 25);
    for (const { topics } of papers) expect(new Set(topics).size).to.equal(topics.length);
  });

  // --- repaired LaTeX

  /** By key, every place where what people see differs from the page. */
  const repairs: Readonly<Record<string, readonly string[]>> = {
    wang2022efficienttdnn: ['10^{13} → 10¹³'],
    liu2025citygaussianv2: ['10times → 10×'],
    frantar2021mfac: ['O(dm^2) → O(dm²)', 'm^2) → m²)', 'm^3) → m³)'],
    cho2024edkm: ['\\prjname → eDKM', '130times, → 130×,'],
    li2023ivit: ['3.72sim4.11times → 3.72–4.11×'],
    qiu2025efficient: ['91.7\\% → 91.7%', '3.0\\%. → 3.0%.'],
    he2024zipcache: ['4.98times, → 4.98×,'],
    gong2024e2gan: ['E$^{2}$GAN: → E²GAN:'],
    diao2024unipt: ['VSEinfty, → VSE∞,'],
    li2023highquality: ['14times → 14×'],
    zhang2025train: ['15.81times (16.95times), → 15.81× (16.95×),'],
    xie2023difffit: [
      '2times → 2×',
      '0.12\\% → 0.12%',
      '512times512 → 512×512',
      '256times256 → 256×256',
      '30times → 30×',
    ],
    basuroychowdhury2024enhancing: ['-- → –', '-- → –'],
    cao2023realtime: ['15times sim 24times → 15×–24×', '1008times756 → 1008×756'],
    krenn2020selfreferencing: ['-- → –', '-- → –', '100\\% → 100%'],
    chen2021spann: [
      '2times → 2×',
      '{\\footnotesizeblue{https://github.com/microsoft/SPTAG}}. → https://github.com/microsoft/SPTAG.',
    ],
    maurya2024datastatesllm: ['48times → 48×', '2.2times → 2.2×'],
    pan2025instinfer: ['11.1times, → 11.1×,'],
    ma2025efficient: ['2.4\\times → 2.4×', '6.7\\times → 6.7×'],
    saha2024io: [
      'N^2d^2{M} → N²d²/M',
      'M=Theta(Nd), → M = Θ(Nd),',
      'Omega(Nd). → Ω(Nd).',
      'geq d^2 → ≥ d²',
      'd^2, → d²,',
    ],
    dao2024flashattention2: [
      '(2-4times → (2-4×',
      '25-40\\% → 25-40%',
      '2times → 2×',
      '50-73\\% → 50-73%',
      '(72\\% → (72%',
    ],
    dao2022flashattention: ['-- → –', '3times → 3×', '2.4times → 2.4×'],
    liu2022lossless: ['O (log(D) cdot → O(log(D) ·'],
    li2024snapkv: ["`observation' → ‘observation’"],
    yang2024no: ['Models~(LLMs). → Models (LLMs).', 'cache~(MiKV), → cache (MiKV),'],
    yang2025ape: ['4.5times → 4.5×', '28times → 28×'],
    su2025rotatekv: ['1.7\\% → 1.7%'],
    antoniadis2023paging: ['-- → –', "``safe'' → “safe”", '-- → –', '-- → –'],
    liu2025diskgnn: [' → DiskGNN'],
    hu2024blockllm: ['95\\%ile → 95%ile', '33.5\\% → 33.5%', '20.1\\%, → 20.1%,'],
    elsen2020fast: ['1.3-2.4times -- → 1.3-2.4× –'],
    chen2025efficientqat: ['3\\% → 3%'],
    lavin2024efficiency: ['accuracy--complexity → accuracy–complexity'],
    li2024scbench: ['sub-O(n^2) → sub-O(n²)'],
    huang2024locret: ['-- → –'],
    he2025a2ats: ['A^2ATS: → A²ATS:', 'A^2ATS, → A²ATS,', 'A^2ATS → A²ATS', 'A^2ATS → A²ATS'],
    goyal2024scaling: ['-- → –'],
    liu2024kivi: ['2.6times → 2.6×', '4times → 4×', '2.35times sim 3.47times → 2.35×–3.47×'],
  };

  for (const paper of papers) {
    const expected = repairs[paper.key];
    if (!expected) continue;
    it(`repairs ${paper.key} in these places alone`, () => {
      expect([...changedPlaces(paper, 'title'), ...changedPlaces(paper, 'abstract')]).to.deep.equal(expected);
    });
  }

  it('repairs nothing else', () => {
    for (const { key, title, abstract, source } of papers) {
      if (!(key in repairs)) expect({ title, abstract }).to.deep.equal(source);
    }
  });

  it('changes nothing more when repaired again', () => {
    for (const { title, abstract } of papers) {
      expect(repairLostLatex(title).plain).to.equal(title);
      expect(repairLostLatex(abstract).plain).to.equal(abstract);
    }
  });

  it('has no more signs of LaTeX in what people see', () => {
    const signs = /[\\{}^$~`]|--|''|\dtimes|\bsim\b|\b(?:geq|leq|cdot|infty|Theta|Omega)\b/;
    for (const { id, title, abstract } of papers) expect(`${title} ${abstract}`, id).to.not.match(signs);
  });

  const formulas: Readonly<Record<string, readonly string[]>> = {
    wang2022efficienttdnn: ['10^{13}'],
    frantar2021mfac: ['O(dm^2)', 'O(dm)', 'O(m)', 'O(dm + m^2)', 'O(dm + m^3)'],
    gong2024e2gan: ['^{2}'],
    diao2024unipt: ['\\infty'],
    saha2024io: ['\\frac{N^2d^2}{M}', 'o(Nd)', 'M=\\Theta(Nd)', '\\Omega(Nd)', 'M \\geq d^2', 'M < d^2'],
    liu2022lossless: ['O(\\log(D) \\cdot |p|)'],
    li2024scbench: ['O(n)', 'O(n)', 'O(n^2)'],
    he2025a2ats: ['^2', '^2', '^2', '^2'],
  };

  it('has mathematics in these papers alone, all of it fit to be typeset', () => {
    const found: Record<string, readonly string[]> = {};
    for (const { key, markup, title, abstract } of papers) {
      if (!markup) continue;
      const all = `${markup.title} ${markup.abstract}`.matchAll(/\$([^$]+)\$/g);
      found[key] = [...all].map((match) => match[1]!);
      for (const tex of found[key]) expect(mathTree(tex), tex).to.not.equal(undefined);
      expect(plainText(markup.title)).to.equal(title);
      expect(plainText(markup.abstract)).to.equal(abstract);
    }
    expect(found).to.deep.equal(formulas);
  });

  // --- what stops the build

  const [first, second, ...rest] = sources.metadata;
  const failures: readonly [string, Partial<CorpusSources>, RegExp][] = [
    ['a paper is lost from the page', { page: sources.page.slice(0, sources.page.lastIndexOf('\n\nLets')) }, /holds 114 papers, metadata.json 115/],
    ['a paper is lost from the metadata', { metadata: sources.metadata.slice(1) }, /115 papers, metadata.json 114/],
    ['an abstract is lost', { page: `${sources.page}\n\nA Title Alone` }, /“A Title Alone” has no abstract/],
    ['page and metadata differ in order', { metadata: [second!, first!, ...rest] }, /has “SeiT.*where metadata.json has “OFVL/],
    ['a paper is doubled', { metadata: [first!, { ...second!, arxiv: `${first!.arxiv}v2` }, ...rest] }, /arxiv:2312.10105 is there twice/],
    ['an arXiv id is none', { metadata: [{ ...first!, arxiv: 'x' }, second!, ...rest] }, /x is no arXiv id/],
    ['a DOI is none', { metadata: [{ ...first!, doi: 'x' }, second!, ...rest] }, /x is no DOI/],
    ['a correction applies nowhere', { corrections: [{ arxiv: '2312.10105', field: 'title', from: 'Sit', to: 'SeiT', reason: '-' }] }, /“Sit” is 0 times/],
    ['a correction applies twice', { corrections: [{ arxiv: '2312.10105', field: 'abstract', from: 'SeiT', to: 'S', reason: '-' }] }, /“SeiT” is \d+ times/],
    ['a correction’s paper is unknown', { corrections: [{ arxiv: '1', field: 'title', from: 'a', to: 'b', reason: '-' }] }, /in 1 applies nowhere/],
    ['a key would change', { frozenKeys: new Map([['arxiv:2312.10105', 'lee2023seit']]) }, /from lee2023seit to lee2024seit/],
    ['a paper with a key is lost', { frozenKeys: new Map([['arxiv:0704.0001', 'roe2007a']]) }, /arxiv:0704.0001 is lost/],
  ]; // prettier-ignore
  for (const [name, change, message] of failures) {
    it(`is not built when ${name}`, () => expect(() => corpusPapers({ ...sources, ...change })).to.throw(message));
  }

  it('is not built from broken sources', () => {
    expect(() => readMetadata('[{}]')).to.throw('Record 1 of metadata.json');
    expect(() => readMetadata('{}')).to.throw('no list');
    expect(() => readCorrections('[{ "arxiv": "1" }]')).to.throw('Correction 1 of corrections.json');
  });
});

/** Where two texts differ, word by word, as `before → after`. */
function changedPlaces(paper: Paper, field: 'title' | 'abstract'): string[] {
  const before = paper.source[field].split(' ');
  const after = paper[field].split(' ');
  const places: string[] = [];
  let [x, y] = [0, 0];
  while (x < before.length || y < after.length) {
    if (before[x] === after[y]) {
      x++;
      y++;
      continue;
    }
    const [lost, gained] = nextAgreement(before.slice(x), after.slice(y));
    places.push(`${before.slice(x, x + lost).join(' ')} → ${after.slice(y, y + gained).join(' ')}`);
    x += lost;
    y += gained;
  }
  return places;
}

function nextAgreement(before: readonly string[], after: readonly string[]): [number, number] {
  for (let words = 1; words < 14; words++) {
    for (let lost = 0; lost <= words; lost++) {
      if (before[lost] !== undefined && before[lost] === after[words - lost]) return [lost, words - lost];
    }
  }
  return [before.length, after.length];
}
