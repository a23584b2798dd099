import { expect } from 'chai';
import type { PaperIndex } from '../../src/core/search/paperIndex';
import { corpus, indexOf } from './searchCorpus';

// What somebody types, and the keys of the papers that must come first, in this order. `{…}`: in any order.
const golden: readonly (readonly [query: string, ...first: (string | readonly string[])[]])[] = [
  // names
  ['flash attention', 'dao2022flashattention', 'dao2024flashattention2'],
  ['flashattention', 'dao2022flashattention', 'dao2024flashattention2'],
  ['FlashAttention-2', 'dao2024flashattention2'],
  ['flashattention2', 'dao2024flashattention2'],
  ['SeiT++', 'lee2024seit'],
  ['mamba', 'sun2021mamba'],
  ['kivi', 'liu2024kivi'],
  ['SE-MoE', 'shen2022semoe'],
  ['semoe', 'shen2022semoe'],
  ['e2gan', 'gong2024e2gan'],
  ['E^2GAN', 'gong2024e2gan'],
  ['A2ATS', 'he2025a2ats'],
  ['io complexity of attention', 'saha2024io'],
  ['I/O complexity', 'saha2024io'],
  ['LLM in a flash', 'alizadeh2024llm'],
  // beginnings
  ['kv cach quant', ['he2024zipcache', 'liu2024kivi', 'su2025rotatekv']],
  ['gaussian splat', 'lee2024compact'],
  ['snapk', 'li2024snapkv'],
  ['flash att', 'dao2022flashattention'],
  ['vatt', 'prabhu2025vattention'],
  // misspelt
  ['flsah atention', 'dao2022flashattention', 'dao2024flashattention2'],
  ['flash aten', ['dao2022flashattention', 'dao2024flashattention2']],
  ['flashattentoin', ['dao2022flashattention', 'dao2024flashattention2']],
  ['quantiztion aware trainig', 'chen2025efficientqat'],
  ['colour quantsation transformer', 'su2022name'],
  ['color quantization transformer', 'su2022name'],
  ['gausian splating', 'lee2024compact'],
  ['speaker anonymisation', 'champion2023anonymizing'],
  ['molecualr string representaion', 'krenn2020selfreferencing'],
  ['kvcache compresion', ['kang2024gear', 'li2024ems', 'yang2024no']],
  // people
  ['dao', 'dao2022flashattention', 'dao2024flashattention2'],
  ['tri dao', ['dao2024flashattention2', 'dao2022flashattention']],
  ['dao 2022', 'dao2022flashattention'],
  ['hase', 'krenn2020selfreferencing'],
  ['Häse', 'krenn2020selfreferencing'],
  ['yao cacheblend', 'yao2025cacheblend'],
  ['rajbhandari', 'rajbhandari2020zero'],
  ['basu roy chowdhury', 'basuroychowdhury2024enhancing'],
  ['rajbhandri', 'rajbhandari2020zero'],
  // venue and year
  ['berkeley', 'wu2019efficient'],
  ['neurips flash', 'dao2022flashattention'],
  ['osdi 2024 prefill', 'zhong2024distserve'],
  ['lorraine', 'champion2023anonymizing'],
  // identifiers
  ['2205.14135', 'dao2022flashattention'],
  ['2205.141', 'dao2022flashattention'],
  ['arXiv:2205.14135v2', 'dao2022flashattention'],
  ['arXiv:2205.14135v2 [cs.LG] 23 Jun 2022', 'dao2022flashattention'],
  ['https://arxiv.org/pdf/2307.08691v1', 'dao2024flashattention2'],
  ['https://huggingface.co/papers/2307.08691', 'dao2024flashattention2'],
  ['https://doi.org/10.1145/3669940.3707256', 'prabhu2025vattention'],
  ['10.1145/3669940', 'prabhu2025vattention'],
  ['dao2024flashattention2', 'dao2024flashattention2'],
  ['[@lee2024seit]', 'lee2024seit'],
  ['https://github.com/naver-ai/seit', 'lee2024seit'],
  // words that only abstracts have, and phrases
  ['tiling to reduce the number of memory reads', 'dao2022flashattention'],
  ['prefill decoding disaggregation', 'zhong2024distserve'],
  ['fine grained image binary encoding', 'xue2022crossscale'],
  ['trillion parameter models', 'rajbhandari2020zero'],
  ['pretraining restructured', 'yuan2022restructured'],
  ['network binarisation benchmark', 'qin2023bibench'],
  ['serverless vector search', 'oakley2025squash'],
  // names within a hyphen or a capital, and the reverse
  ['zipcache', 'he2024zipcache'],
  ['zip cache', 'he2024zipcache'],
  ['city gaussian', 'liu2025citygaussianv2'],
  ['deepspeed', 'aminabadi2022deepspeed'],
  ['deep speed inference', 'aminabadi2022deepspeed'],
  ['rt nerf', 'li2022rtnerf'],
  ['rtnerf', 'li2022rtnerf'],
  ['cache craft', 'agarwal2025cachecraft'],
  ['infinitellm', 'lin2024infinitellm'],
  ['M-FAC', 'frantar2021mfac'],
  ['bitstack', 'wang2025bitstack'],
  // slips in names and in words that papers have elsewhere
  ['zipcahce', 'he2024zipcache'],
  ['vatention', 'prabhu2025vattention'],
  ['serverles federated learnig', 'qi2024lifl'],
  ['lazy asynchronus checkpointing', 'maurya2024datastatesllm'],
  ['speker recognition', 'wang2022efficienttdnn'],
  ['tucker decomposition of nothing and trillion token datastore', 'shao2024scaling'],
  // people with other words
  ['alistarh matrix-free', 'frantar2021mfac'],
  ['aspuru-guzik', 'krenn2020selfreferencing'],
  ['aspuru guzik selfies', 'krenn2020selfreferencing'],
  ['hamdi splatting', 'hamdi2024ges'],
  ['rajbhandari 2020 zero', 'rajbhandari2020zero'],
  // a word barely begun, and phrases pasted with their little words
  ['masked token m', 'lee2024seit'],
  ['data lakes r', 'shah2023r2d2'],
  ['memory optimizations toward training trillion', 'rajbhandari2020zero'],
  ['a place for every network and every network in its place', 'valipour2023sortednet'],
];

describe('Searching the papers that come with Paperside', () => {
  let index: PaperIndex;
  const keys = new Map(corpus.map(({ id, key }) => [id, key]));

  before(async () => {
    index = await indexOf(corpus);
  });

  const find = (query: string): readonly string[] => index.search(query, 50).map(({ id }) => keys.get(id)!);

  for (const [query, ...first] of golden) {
    it(`finds ${JSON.stringify(first.flat())} by ${query}`, () => {
      const found = [...find(query)];
      for (const expected of first) {
        if (typeof expected === 'string') expect(found.shift()).to.equal(expected);
        else expect(found.splice(0, expected.length)).to.have.members([...expected]);
      }
    });
  }

  it('finds every paper first by its title', () => {
    const missed = corpus.filter(({ title, key }) => find(title)[0] !== key);
    expect(missed.map(({ title }) => title)).to.deep.equal([]);
  });

  it('finds every paper first by each of its identifiers', () => {
    const missed = corpus.flatMap(({ key, arxiv, doi }) =>
      [key, arxiv, doi].filter((name) => name !== undefined && find(name)[0] !== key),
    );
    expect(missed).to.deep.equal([]);
  });

  it('finds every paper by any of its authors, and no others before those of that name', () => {
    const missed = corpus.flatMap(({ key, authors }) =>
      authors.map(({ family }) => family).filter((family) => !find(family).includes(key)),
    );
    expect(missed).to.deep.equal([]);
  });

  it('lists every paper of a venue and a year before the others', () => {
    const wanted = corpus.filter(({ venue, year }) => venue === 'ICLR' && year === 2024).map(({ key }) => key);
    expect(wanted).to.have.length.greaterThan(3);
    expect(find('ICLR 2024').slice(0, wanted.length)).to.have.members(wanted);
    expect(find('2024 iclr').slice(0, wanted.length)).to.have.members(wanted);
  });

  it('gives scores that fall from hit to hit', () => {
    for (const [query] of golden) {
      const scores = index.search(query, 50).map(({ score }) => score);
      expect(scores).to.deep.equal([...scores].sort((a, b) => b - a));
    }
  });

  it('gives no more than asked for, and the same ones first', () => {
    const all = index.search('efficient models', 50);
    expect(index.search('efficient models', 3)).to.deep.equal(all.slice(0, 3));
    expect(index.search('efficient models', 0)).to.deep.equal([]);
  });

  it('keeps a paper first while the rest of its name is being typed', () => {
    const typed = 'flashattention: fast and memory';
    for (let length = 5; length <= typed.length; length++) {
      expect(find(typed.slice(0, length))[0], typed.slice(0, length)).to.equal('dao2022flashattention');
    }
  });
});
