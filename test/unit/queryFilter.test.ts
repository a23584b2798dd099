import { expect } from 'chai';
import fc from 'fast-check';
import type { LibraryPaper, PaperId } from '../../src/core/paper';
import type { ReadingState } from '../../src/core/readingState';
import { PaperFilter } from '../../src/core/search/query/paperFilter';
import { parseSearch } from '../../src/core/search/query/parseSearch';
import { nameFinder } from '../../src/core/search/query/nameFinder';
import { wordsFinder } from '../../src/core/search/query/wordsFinder';
import { paper } from './searchCorpus';

const seed = 20261123;

function libraryPaper(
  id: string,
  { uri = 'file:///p/refs.bib', ...parts }: Partial<LibraryPaper> & { uri?: string } = {},
) {
  return { ...paper(id, parts), sources: [{ uri, key: id }] };
}

const papers: readonly LibraryPaper[] = [
  libraryPaper('dao2022', {
    title: 'FlashAttention: Fast and Memory-Efficient Exact Attention',
    abstract: 'We count reads and writes of GPU memory.',
    authors: [
      { given: 'Tri', family: 'Dao' },
      { given: 'Christopher', family: 'Ré' },
    ],
    year: 2022,
    venue: 'Advances in Neural Information Processing Systems',
    arxiv: '2205.14135',
    topics: ['Efficient attention'],
    links: [{ kind: 'code', url: 'https://github.com/x/y' }],
  }),
  libraryPaper('hase2024', {
    title: 'KV-Cache Quantization: a Survey',
    abstract: 'Key-value caches fill the memory of servers.',
    authors: [{ given: 'Florian', family: 'Häse' }],
    year: 2024,
    venue: 'Proceedings of the International Conference on Learning Representations',
    topics: ['KV cache compression', 'Quantization and low-bit models'],
    keywords: ['LLM serving'],
    uri: 'file:///home/me/my%20thesis/refs.bib',
  }),
  libraryPaper('broeck2020', {
    title: 'Pruning networks',
    authors: [{ given: 'Guy', family: 'Van den Broeck' }, { family: 'The BigScience Workshop' }],
    year: 2020,
    venue: 'ICML',
    doi: '10.1145/3669940.3707256',
    links: [{ kind: 'pdf', url: 'https://x.org/a.pdf' }],
    uri: 'file:///home/me/thesis/sources/refs.json',
  }),
  libraryPaper('wang2021', {
    title: '大语言模型的量化',
    abstract: 'Fine-tuning LLMs with libraries.',
    venue: 'arXiv preprint',
  }),
];
const states = new Map<PaperId, ReadingState>([
  ['dao2022', 'read'],
  ['hase2024', 'toRead'],
  ['broeck2020', 'reading'],
]);

const found: readonly (readonly [query: string, ids: string])[] = [
  ['author:dao ', 'dao2022'],
  ['author:da', 'dao2022'],
  ['author:"da"', ''],
  ['author:ri', ''],
  ['author:re ', 'dao2022'],
  ['author:hase ', 'hase2024'],
  ['author:Häse ', 'hase2024'],
  ['author:"tri dao"', 'dao2022'],
  ['author:"dao, tri"', 'dao2022'],
  ['author:"van den broeck"', 'broeck2020'],
  ['author:broeck ', 'broeck2020'],
  ['author:bigscience ', 'broeck2020'],
  ['author:science ', 'broeck2020'],
  ['title:"kv cache"', 'hase2024'],
  ['title:kvcache ', 'hase2024'],
  ['title:"flash attention"', 'dao2022'],
  ['title:attention ', 'dao2022'],
  ['title:"attention flash"', ''],
  ['title:network ', 'broeck2020'],
  ['title:量化 ', 'wang2021'],
  ['title:quant', 'hase2024'],
  ['title:"quant"', ''],
  ['title:ttention ', ''],
  ['abstract:"key value cache"', 'hase2024'],
  ['"key-value cache"', 'hase2024'],
  ['"memory of servers"', 'hase2024'],
  ['"fine tuning" ', 'wang2021'],
  ['"finetuning"', 'wang2021'],
  ['"library"', 'wang2021'],
  ['venue:ICLR ', 'hase2024'],
  ['venue:icml ', 'broeck2020'],
  ['venue:neurips ', 'dao2022'],
  ['venue:nips ', 'dao2022'],
  ['venue:"learning representations"', 'hase2024'],
  ['venue:ICL ', ''],
  ['topic:quantization ', 'hase2024'],
  ['topic:"low bit"', 'hase2024'],
  ['topic:model ', 'hase2024'],
  ['keyword:serving ', 'hase2024'],
  ['keyword:llms ', 'hase2024'],
  ['source:refs.bib ', 'dao2022 hase2024 wang2021'],
  ['source:"my thesis/refs.bib"', 'hase2024'],
  ['source:thesis/refs.bib ', ''],
  ['source:sources/refs.json ', 'broeck2020'],
  ['source:refs ', 'dao2022 hase2024 broeck2020 wang2021'],
  ['source:refs.j', 'broeck2020'],
  ['source:ref ', ''],
  ['source:r.fs.bib ', ''],
  ['key:dao2022 ', 'dao2022'],
  ['id:2205.14135 ', 'dao2022'],
  ['year:2022 ', 'dao2022'],
  ['year:2021.. ', 'dao2022 hase2024'],
  ['year:..2022 ', 'dao2022 broeck2020'],
  ['year:<2022 ', 'broeck2020'],
  ['is:read ', 'dao2022'],
  ['is:reading ', 'broeck2020'],
  ['is:to-read ', 'hase2024'],
  ['is:unread ', 'hase2024 wang2021'],
  ['is:published ', 'dao2022 hase2024 broeck2020'],
  ['is:preprint ', 'wang2021'],
  ['has:abstract ', 'dao2022 hase2024 wang2021'],
  ['has:code ', 'dao2022'],
  ['has:pdf ', 'broeck2020'],
  ['has:doi ', 'broeck2020'],
  ['has:arxiv ', 'dao2022'],
  ['memory -survey', 'dao2022 broeck2020 wang2021'],
  ['memory -surve', 'dao2022 hase2024 broeck2020 wang2021'],
  ['memory -caches', 'dao2022 broeck2020 wang2021'],
  ['memory -2022', 'hase2024 broeck2020 wang2021'],
  ['year:2020..2024 -author:dao', 'hase2024 broeck2020'],
  ['pruning OR dao ', 'dao2022 broeck2020'],
  ['pruning OR da', 'broeck2020'],
  ['pruning OR flas', 'dao2022 broeck2020'],
  ['2205.14135 OR 10.1145/3669940.3707256 ', 'dao2022 broeck2020'],
  ['(is:read OR is:reading) -(year:2022 has:code)', 'broeck2020'],
];

/** The ids of the papers that are what a query says. */
function matched(
  filter: PaperFilter,
  typed: string,
  of: readonly LibraryPaper[] = papers,
  reading = states,
): readonly PaperId[] {
  const { condition } = parseSearch(typed);
  if (!condition) return of.map(({ id }) => id);
  const marks = filter.matching(condition, reading);
  return of.filter((_, position) => marks[position] === 1).map(({ id }) => id);
}

describe('Holding papers against a query', () => {
  const filter = new PaperFilter(papers);

  for (const [query, ids] of found) {
    it(`finds for ${query}${ids === '' ? 'nothing' : ids}`, () => {
      expect(matched(filter, query).join(' ')).to.equal(ids);
    });
  }

  it('sees what was read since', () => {
    expect(matched(filter, 'is:read ', papers, new Map([['wang2021', 'read']]))).to.deep.equal(['wang2021']);
    expect(matched(filter, 'is:read ')).to.deep.equal(['dao2022']);
  });

  it('asks for topics only where a query names one', () => {
    const asked: PaperId[] = [];
    const withTopics = (one: LibraryPaper): LibraryPaper => {
      asked.push(one.id);
      return { ...one, topics: ['Corrected'] };
    };
    const lazy = new PaperFilter(papers, { withTopics });
    expect(matched(lazy, 'memory -survey author:da')).to.deep.equal(['dao2022']);
    expect(asked).to.deep.equal([]);
    expect(matched(lazy, 'topic:corrected ')).to.have.length(papers.length);
  });

  it('looks only at the abstracts that an index names', () => {
    const asked: string[] = [];
    const narrowed = new PaperFilter(papers, {
      candidates: (text, unfinished) => {
        asked.push(`${text}${unfinished ? '…' : ''}`);
        return [0];
      },
    });
    expect(matched(narrowed, 'abstract:memory ')).to.deep.equal(['dao2022']);
    expect(matched(narrowed, 'abstract:writ')).to.deep.equal(['dao2022']);
    expect(asked).to.deep.equal(['memory', 'writ…']);
  });

  it('calls files by as little of their paths as tells them apart', () => {
    const from = (id: string, uri: string) => ({ ...libraryPaper(id, {}), sources: [{ uri, key: id }] });
    const files = ['file:///home/me/a/refs.bib', 'file:///home/me/b/refs.bib', 'file:///home/me/b/own.bib'];
    const filter = new PaperFilter(files.map((uri, index) => from(`p${index}`, uri)));
    const called = (typed: string): readonly string[] => filter.values('source', typed).map(({ value }) => value);
    expect(called('')).to.have.members(['a/refs.bib', 'b/refs.bib', 'own.bib']);
    expect(called('own')).to.deep.equal(['own.bib']);
    expect(called('refs')).to.have.members(['a/refs.bib', 'b/refs.bib']);
  });

  it('counts values, the commonest first, by the beginning of any word', () => {
    const many = new PaperFilter([...papers, libraryPaper('x', { venue: 'ICML', year: 2020 })]);
    expect(many.values('venue', '')[0]).to.deep.equal({ value: 'ICML', count: 2 });
    expect(many.values('topic', 'qu')).to.deep.equal([{ value: 'Quantization and low-bit models', count: 1 }]);
    expect(many.values('author', 'bro')).to.deep.equal([{ value: 'Guy Van den Broeck', count: 1 }]);
    expect(many.values('year', '').map(({ value }) => value)).to.deep.equal(['2024', '2022', '2020']);
    expect(many.values('title', 'kv')).to.deep.equal([]);
    const crowd = Array.from({ length: 100 }, (_, i) => libraryPaper(`p${i}`, { keywords: [`k${i}`, 'k'] }));
    const values = new PaperFilter(crowd).values('keyword', 'k');
    expect(values).to.have.length(20);
    expect(values[0]).to.deep.equal({ value: 'k', count: 100 });
  });

  it('knows of a library that changed what it knew of papers that are the same', () => {
    const asked: PaperId[] = [];
    const withVenue = (id: string, venue: string): LibraryPaper => {
      const one = libraryPaper(id);
      return {
        ...one,
        get venue() {
          asked.push(id);
          return venue;
        },
      };
    };
    const before = Array.from({ length: 6000 }, (_, i) => withVenue(`p${i}`, i % 2 ? 'ICML' : 'ICLR'));
    const first = new PaperFilter(before);
    expect(matched(first, 'venue:icml ', before)).to.have.length(3000);
    const after = [withVenue('new', 'ICML'), ...before.toSpliced(3000, 2, withVenue('p3000', 'ICML'))];
    asked.length = 0;
    const second = new PaperFilter(after, { before: first });
    expect(matched(second, 'venue:icml ', after)).to.deep.equal(
      ['new', ...before.filter(({ id }) => Number(id.slice(1)) % 2 && id !== 'p3001').map(({ id }) => id)].toSpliced(
        1501,
        0,
        'p3000',
      ),
    );
    expect(asked).to.include.members(['new', 'p3000']);
    expect(asked.length).to.be.lessThan(before.length);
    expect(second.values('venue', '')[0]).to.deep.equal({ value: 'ICML', count: 3001 });
  });

  it('asks for topics anew where a library changed', () => {
    let topic = 'Old';
    const withTopics = (one: LibraryPaper): LibraryPaper => ({ ...one, topics: [topic] });
    const first = new PaperFilter(papers, { withTopics });
    expect(matched(first, 'topic:old ')).to.have.length(papers.length);
    topic = 'New';
    expect(matched(new PaperFilter(papers, { withTopics, before: first }), 'topic:old ')).to.deep.equal([]);
  });

  it('takes papers and addresses of any make', () => {
    const hostile = [
      libraryPaper('a', { title: 'x\ny', authors: [{ family: '' }], uri: 'file:///%E0%A4%A/refs.bib' }),
      libraryPaper('b', { title: '\uD83D kv \u202E', venue: 'V'.repeat(10_000), uri: 'no address' }),
      libraryPaper('c', { title: 'kv', keywords: ['', '__proto__'] }),
    ];
    const one = new PaperFilter(hostile);
    const ids = (query: string): string => matched(one, query, hostile).join(' ');
    expect(ids('title:kv ')).to.equal('b c');
    expect(ids('title:y ')).to.equal('a');
    expect(ids('source:refs.bib keyword:proto ')).to.equal('c');
    expect(ids('source:refs.bib ')).to.equal('a c');
    expect(matched(new PaperFilter([]), 'title:kv author:x year:2022 is:read "a b"', [])).to.deep.equal([]);
  });
});

describe('Finding people', () => {
  const pairs: readonly (readonly [query: string, name: string, isFound: boolean])[] = [
    ['Tri Dao', 'Tri Dao', true],
    ['Dao, Tri', 'Tri Dao', true],
    ['T. Dao', 'Tri Dao', true],
    ['t.dao', 'Tri Dao', true],
    ['Dao, T.', 'Tri Dao', true],
    ['Dao T', 'Tri Dao', true],
    ['D. Y. Fu', 'Daniel Y. Fu', true],
    ['DY Fu', 'Daniel Y. Fu', true],
    ['Fu, D.Y.', 'Daniel Y. Fu', true],
    ['Daniel Fu', 'Daniel Y. Fu', true],
    ['Häse, F.', 'Florian Hase', true],
    ["O'Brien, C.", 'Conan O’Brien', true],
    ['Van den Broeck, G.', 'Guy Van den Broeck', true],
    ['S. Dao', 'Tri Dao', false],
    ['Dao T', 'Tri Gao', false],
    ['T. Dao', 'Tri Daoud', false],
    ['Daniel Fu', 'Daniel Y. Fung', false],
    ['D. Fu', 'Daniel One Two Three Four Five Six Fu', false],
    ['T. Dao', 'Tri Gu\nAlbert Dao', false],
    ['Fu, DY', 'Daniel Y. Fu', true],
    ['Tolkien, JRR', 'John Ronald Reuel Tolkien', true],
    ['L. van der Maaten', 'Laurens J. P. van der Maaten', true],
    ['Laurens van der Maaten', 'Laurens J. P. van der Maaten', true],
    ['van der Maaten, L.', 'Laurens J. P. van der Maaten', true],
    ['L. Maaten', 'Laurens J. P. van der Maaten', true],
    ['M. Padilla-Castaneda', 'Miguel A. Padilla-Castaneda', true],
    ['AT&T Labs', 'AT&T Labs', true],
    ['Llama Team, AI @ Meta', 'Nobody', false],
  ];
  for (const [query, name, isFound] of pairs) {
    it(`${isFound ? 'finds' : 'does not find'} ${query} in ${JSON.stringify(name)}`, () => {
      expect(nameFinder(query, false)!(name, 0) >= 0).to.equal(isFound);
    });
  }

  it('takes names of any make', () => {
    const sign = fc.constantFrom('a', 'B', ' ', '.', ',', '-', ...'!"#$%&()*+/:;<=>?@[]^_`{|}~‘’“”‹›™🙂\\');
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 12 }), fc.boolean(), (name, unfinished) => {
        nameFinder(name, unfinished)?.('A B\nab b', 0);
      }),
      { seed: 20261123, numRuns: 3000 },
    );
    nameFinder('a b', false)!('a'.repeat(100_000), 0);
  });

  it('finds a name that is being typed', () => {
    expect(nameFinder('T. Da', true)!('Tri Dao', 0)).to.equal(0);
    expect(nameFinder('Dao, T', true)!('Albert Gu\nTri Dao', 0)).to.equal(10);
  });

  it('never looks for long, whatever the name and the text', () => {
    for (const query of ['a b c d e f g h', 'a. a. a. a. a. a. a. x', 'aa, a a a a a a']) {
      for (const text of ['a ', 'a.', 'aa a ', 'a-']) nameFinder(query, false)!(text.repeat(20_000), 0);
    }
  });
});

describe('Finding words in the singular and in the plural', () => {
  const pairs: readonly (readonly [query: string, text: string, isFound: boolean])[] = [
    ['cache', 'KV caches', true],
    ['caches', 'KV cache', true],
    ['batch', 'large batches', true],
    ['batches', 'a large batch', true],
    ['library', 'libraries', true],
    ['libraries', 'a library', true],
    ['losses', 'the loss', true],
    ['class', 'classes', true],
    ['keys', 'a key', true],
    ['not', 'notes', false],
    ['notes', 'not', false],
    ['LLM', 'LLMs', true],
    ['llms', 'an LLM', true],
    ['kv caches compressed', 'KV-cache compressed', true],
    ['attention', 'FlashAttention-2', true],
    ['flash', 'FlashAttention', true],
    ['flash', 'flashing', false],
    ['ash', 'flash', false],
    ["network's transferability", 'Deep Neural Network’s Transferability', true],
    ['networks transferability', "the network's transferability", true],
    ['epochs', 'training epochs', true],
    ['epochs', 'an epoch', true],
    ['epoch', 'Epochs', true],
    ['fuchs', 'Hans Fuchs', true],
    ['balazs kegl', 'Balazs Kegl', true],
    ['boxes', 'a box', true],
    ['Learning × Systems', 'Learning × Systems', true],
    ['p ≥ 0.05', 'at p ≥ 0.05 or', true],
    ['A → B transfer', 'an A → B transfer', true],
    ['H∞ force', 'H∞ force control', true],
  ];
  for (const [query, text, isFound] of pairs) {
    it(`${isFound ? 'finds' : 'does not find'} ${query} in ${text}`, () => {
      expect(wordsFinder(query, false)!(text, 0) >= 0).to.equal(isFound);
    });
  }

  it('never looks for long, whatever the words and the text', () => {
    // With the plural's letters at the ends of words that begin with them, texts could be cut in a million ways.
    for (const query of ['ses ', 'sss ', 'es ', 'sese ']) {
      for (const text of ['ses', 'sesses', 's', 'sese']) {
        expect(wordsFinder(`${query.repeat(15)} x`, false)!(text.repeat(20_000), 0)).to.equal(-1);
      }
    }
  });
});

// --- Any query against a slow and plain reading of it, over a world of few words.

type Plain =
  | { readonly kind: 'word' | 'phrase'; readonly text: string }
  | { readonly kind: 'field'; readonly field: 'title' | 'author' | 'venue' | 'keyword'; readonly text: string }
  | { readonly kind: 'years'; readonly from: number; readonly to: number }
  | { readonly kind: 'is'; readonly state: ReadingState }
  | { readonly kind: 'not'; readonly of: Plain }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Plain[] };

const word = fc.constantFrom('kv', 'cache', 'flash', 'lora', 'dao', 'icml', 'gpu');
const someWords = fc.array(word, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));
const anyPaper = fc.record({
  title: someWords,
  abstract: someWords,
  authors: fc.array(fc.record({ given: word, family: word }), { maxLength: 2 }),
  year: fc.integer({ min: 2020, max: 2024 }),
  venue: word,
  keywords: fc.array(someWords, { maxLength: 2 }),
});
const anyLibrary = fc
  .array(anyPaper, { minLength: 1, maxLength: 12 })
  .map((all) => all.map((facts, i) => libraryPaper(`id${i}`, facts)));
const anyStates = fc.array(fc.option(fc.constantFrom<ReadingState>('toRead', 'reading', 'read')), { maxLength: 12 });

const { node: anyNode } = fc.letrec<{ node: Plain; leaf: Plain; group: Plain; not: Plain }>((tie) => ({
  node: fc.oneof({ maxDepth: 4 }, tie('leaf'), tie('group'), tie('not')),
  not: fc.record({ kind: fc.constant('not'), of: fc.oneof(tie('leaf'), tie('group')) }),
  group: fc.record({
    kind: fc.constantFrom('all', 'any'),
    of: fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
  }),
  leaf: fc.oneof(
    fc.record({ kind: fc.constant('word'), text: word }),
    fc.record({ kind: fc.constant('phrase'), text: someWords }),
    fc.record({
      kind: fc.constant('field'),
      field: fc.constantFrom('title', 'author', 'venue', 'keyword'),
      text: someWords,
    }),
    fc
      .tuple(fc.integer({ min: 2020, max: 2024 }), fc.integer({ min: 0, max: 2 }))
      .map(([from, more]) => ({ kind: 'years' as const, from, to: from + more })),
    fc.record({ kind: fc.constant('is'), state: fc.constantFrom<ReadingState>('toRead', 'reading', 'read') }),
  ),
}));

function written(node: Plain): string {
  switch (node.kind) {
    case 'word':
      return node.text;
    case 'phrase':
      return `"${node.text}"`;
    case 'field':
      return `${node.field}:"${node.text}"`;
    case 'years':
      return `year:${node.from}..${node.to}`;
    case 'is':
      return `is:${node.state}`;
    case 'not':
      return `-${written(node.of)}`;
    default:
      return `(${node.of.map(written).join(node.kind === 'any' ? ' OR ' : ' ')})`;
  }
}

/** @param chosen whether words that stand alone must be in the paper, and do not only rank it */
function is(one: LibraryPaper, state: ReadingState | undefined, node: Plain, chosen: boolean): boolean {
  const holds = (texts: readonly string[], text: string): boolean =>
    texts.some((own) => ` ${own} `.includes(` ${text} `));
  const texts = {
    title: [one.title],
    author: one.authors.map(({ given, family }) => `${given} ${family}`),
    venue: [one.venue!],
    keyword: one.keywords!,
  };
  switch (node.kind) {
    case 'word':
      return !chosen || holds([...Object.values(texts).flat(), one.abstract], node.text);
    case 'phrase':
      return holds([...Object.values(texts).flat(), one.abstract], node.text);
    case 'field':
      return holds(texts[node.field], node.text);
    case 'years':
      return one.year! >= node.from && one.year! <= node.to;
    case 'is':
      return state === node.state;
    case 'not':
      return !is(one, state, node.of, true);
    case 'all':
      return node.of.every((part) => is(one, state, part, chosen));
    case 'any':
      return node.of.some((part) => is(one, state, part, chosen || node.of.length > 1));
  }
}

describe('Holding any papers against any query', () => {
  it('finds what a slow and plain reading finds, one query after another', () => {
    fc.assert(
      fc.property(anyLibrary, anyStates, fc.array(anyNode, { minLength: 1, maxLength: 4 }), (library, marks, nodes) => {
        const filter = new PaperFilter(library);
        const reading = new Map<PaperId, ReadingState>(
          marks.flatMap((mark, i) => (mark === null ? [] : [[`id${i}`, mark] as const])),
        );
        for (const node of nodes) {
          // A term that is not left out, so that others may be.
          const typed = `year:2000.. ${written(node)} `;
          const expected = library.filter((one) => is(one, reading.get(one.id), node, false)).map(({ id }) => id);
          expect(parseSearch(typed).problems, typed).to.deep.equal([]);
          expect(matched(filter, typed, library, reading), typed).to.deep.equal(expected);
        }
      }),
      { seed, numRuns: 400 },
    );
  });
});
