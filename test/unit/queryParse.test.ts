import { expect } from 'chai';
import fc from 'fast-check';
import { parseQuery } from '../../src/core/search/query';
import { parseSearch } from '../../src/core/search/query/parseSearch';
import { parseYears } from '../../src/core/search/query/parseYears';
import { scanTerms } from '../../src/core/search/query/scanTerms';
import { fieldNames } from '../../src/core/search/query/searchFields';
import type { Condition, QueryProblem } from '../../src/core/search/query/searchQuery';

const seed = 20261123;

/** A condition in few letters: `(author=dao & year=2022..2024 & !survey)`; `…` where letters may follow. */
function shown(condition: Condition | undefined): string {
  switch (condition?.kind) {
    case undefined:
      return '';
    case 'all':
      return `(${condition.of.map(shown).join(' & ')})`;
    case 'any':
      return `(${condition.of.map(shown).join(' | ')})`;
    case 'not':
      return `!${shown(condition.of)}`;
    case 'years':
      return `year=${condition.from}..${condition.to}`;
    case 'choice':
      return `${condition.field}=${condition.choice}`;
    case 'text':
      return `${condition.field === undefined ? '' : `${condition.field}=`}${condition.text}${condition.unfinished ? '…' : ''}`;
  }
}

/** What is wrong, with the place in brackets. */
function shownProblem(typed: string, { code, start, end }: QueryProblem): string {
  return `${code}: ${typed.slice(0, start)}[${typed.slice(start, end)}]${typed.slice(end)}`;
}

const queries: readonly (readonly [typed: string, words: string, condition: string])[] = [
  ['author:dao ', '', 'author=dao'],
  ['author:da', '', 'author=da…'],
  ['author:"da"', '', 'author=da'],
  ['Author:Dao attention', 'attention', 'author=Dao'],
  ['kv cache year:2022..2024 ', 'kv cache ', 'year=2022..2024'],
  ['year:>=2020 kv', 'kv', 'year=2020..9999'],
  ['title:"kv cache" lora', 'kv cache lora', 'title=kv cache'],
  ['title:cach', 'cach', 'title=cach…'],
  ['"kv cache" is', 'kv cache is', 'kv cache'],
  ['“kv cache” is', 'kv cache is', 'kv cache'],
  ['„kv cache“ is', 'kv cache is', 'kv cache'],
  ['«kv cache» is', 'kv cache is', 'kv cache'],
  ['title:“kv cache” lora', 'kv cache lora', 'title=kv cache'],
  ['author:”tri dao”', '', 'author=tri dao'],
  ['attention -“a survey”', 'attention ', '!a survey'],
  ['is:toRead has:CODE ', '', '(is=to-read & has=code)'],
  ['source:refs.bib ', '', 'source=refs.bib'],
  ['attention -survey', 'attention ', '!survey'],
  ['attention -survey ', 'attention ', '!survey'],
  ['attention -"a survey" -author:dao', 'attention ', '(!a survey & !author=dao)'],
  ['attention -(survey OR review)', 'attention ', '!(survey | review)'],
  ['lora OR pruning', 'lora pruning', '(lora | pruning…)'],
  ['lora OR pruning memory', 'lora pruning memory', '(lora | pruning)'],
  ['lora OR kv', 'lora kv', '(lora | kv)'],
  ['a OR b OR c ', 'a b c ', '(a | b | c)'],
  ['author:dao OR author:gu year:2022 ', '', '((author=dao | author=gu) & year=2022..2022)'],
  ['(kv cache) OR "flash attention"', 'kv cache flash attention ', '((kv & cache) | flash attention)'],
  [
    '((lora OR (quantization -survey)) author:han)',
    'lora quantization ',
    '((lora | (quantization & !survey)) & author=han)',
  ],
  ['(f(x) OR g(y)) ', 'f(x) g(y) ', '(f(x) | g(y))'],
  ['arXiv:2205.14135 OR doi:10.1145/1.2 ', 'arXiv:2205.14135 doi:10.1145/1.2 ', '(arXiv:2205.14135 | doi:10.1145/1.2)'],
  ['lora or pruning', 'lora or pruning', ''],
  ['venue:"ICLR 2024', '', 'venue=ICLR 2024…'],
];

const plainTexts: readonly string[] = [
  '',
  'flash attention',
  'LLM in a flash: Efficient Large Language Model Inference',
  'https://arxiv.org/abs/2205.14135',
  'arXiv:2205.14135',
  '10.1145/3669940:3707256',
  'C++: a language',
  'BERT - a survey',
  'fine-tuning --verbose',
  'well-known',
  '(Almost) nothing is lost (again',
  'f(x) :) ;)',
  'smile :-) -(',
  '5" disks and 6" more',
  'x:y __proto__:a constructor:b',
  'A-Za-z OR-gates',
];

const problems: readonly (readonly [typed: string, problem: string])[] = [
  ['kv "cache x', 'unclosed-quote: kv ["]cache x'],
  ['kv title:"cache x', 'unclosed-quote: kv title:["]cache x'],
  ['(lora OR kv', 'unclosed-parenthesis: [(]lora OR kv'],
  ['kv author: dao', 'empty-value: kv [author:] dao'],
  ['kv author:', 'empty-value: kv [author:]'],
  ['kv author:"" x', 'empty-value: kv [author:""] x'],
  ['kv year:soon x', 'bad-year: kv [year:soon] x'],
  ['kv is:red x', 'unknown-value: kv [is:red] x'],
  ['kv has:legs x', 'unknown-value: kv [has:legs] x'],
  ['OR kv', 'dangling-or: [OR] kv'],
  ['kv OR ', 'dangling-or: kv [OR] '],
  ['-survey', 'only-excluded: [-survey]'],
  ['-(a OR b)', 'only-excluded: [-(a OR b)]'],
];

describe('Reading a query', () => {
  for (const [typed, words, condition] of queries) {
    it(`reads ${typed}`, () => {
      const query = parseSearch(typed);
      expect(shown(query.condition)).to.equal(condition);
      expect(query.words).to.equal(words);
    });
  }

  for (const typed of plainTexts) {
    it(`takes as it is: ${typed}`, () => {
      expect(parseSearch(typed)).to.deep.equal({ words: typed, required: typed, problems: [] });
    });
  }

  for (const [typed, problem] of problems) {
    it(`says what is wrong in ${typed}`, () => {
      const found = parseSearch(typed).problems.map((one) => shownProblem(typed, one));
      if (typed.startsWith('(')) expect(found).to.include(problem);
      else expect(found).to.deep.equal([problem]);
    });
  }

  it('searches the words of a query with mistakes', () => {
    expect(parseSearch('kv year:soon is:red cache').words).to.equal('kv cache');
    expect(parseSearch('"kv cache author:dao lora')).to.deep.include({
      words: 'kv cache lora',
      condition: { kind: 'text', field: 'author', text: 'dao', unfinished: false },
    });
    expect(parseSearch('-survey').words).to.equal('-survey');
  });

  it('says what a field may be', () => {
    const [problem] = parseSearch('is:red').problems;
    expect(problem).to.deep.include({ code: 'unknown-value', field: 'is', value: 'red' });
    expect(problem).to.have.property('choices').that.includes('unread');
  });

  it('does not take a title in capitals for a mistake', () => {
    expect(parseSearch('TO BE OR NOT TO BE').problems).to.deep.equal([]);
  });

  it('reads years as people write them', () => {
    const years: readonly (readonly [string, string])[] = [
      ['2022', '2022..2022'],
      ['2022..2024', '2022..2024'],
      ['2024..2022', '2022..2024'],
      ['2022-2024', '2022..2024'],
      ['2022..', '2022..9999'],
      ['..2024', '0..2024'],
      ['>2020', '2021..9999'],
      ['>=2020', '2020..9999'],
      ['<2020', '0..2019'],
      ['<=2020', '0..2020'],
    ];
    for (const [text, expected] of years) {
      const read = parseYears(text);
      expect(`${read?.from}..${read?.to}`, text).to.equal(expected);
    }
    for (const text of ['', '..', '22', '20222', '2022...2024', '=2022', '2022..24', '>', '-']) {
      expect(parseYears(text), text).to.equal(undefined);
    }
  });
});

/** Texts full of what means something. */
const anyQuery = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        '(',
        ')',
        '"',
        '-',
        ' ',
        'OR',
        ':',
        'kv',
        'Ä',
        '一',
        '..',
        '2022',
        ...fieldNames.map((name) => `${name}:`),
      ),
      { maxLength: 40 },
    )
    .map((pieces) => pieces.join('')),
);

describe('Reading any query at all', () => {
  it('never throws, and places every mistake in the text', () => {
    fc.assert(
      fc.property(anyQuery, (typed) => {
        for (const { start, end } of parseSearch(typed).problems) {
          expect(start).to.be.at.least(0).and.below(end);
          expect(end).to.be.at.most(typed.length);
        }
      }),
      { seed, numRuns: 1500 },
    );
  });

  it('finds pieces that follow one another and leave out only white space', () => {
    fc.assert(
      fc.property(anyQuery, (typed) => {
        let at = 0;
        for (const { start, end } of scanTerms(typed)) {
          expect(start).to.be.at.least(at);
          expect(typed.slice(at, start).trim()).to.equal('');
          expect(end).to.be.above(start);
          at = end;
        }
      }),
      { seed, numRuns: 1500 },
    );
  });

  it('has the words of plain text that a plain search has', () => {
    const word = fc
      .stringMatching(/^[A-Za-zäé0-9][A-Za-z0-9:.,/'+-]{0,8}$/)
      .filter((text) => text !== 'OR' && !/^[a-z]+:/i.test(text));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), (words) => {
        const typed = words.join(' ');
        const query = parseSearch(typed);
        expect(query).to.not.have.property('condition');
        expect(parseQuery(query.words)).to.deep.equal(parseQuery(typed));
      }),
      { seed, numRuns: 500 },
    );
  });

  it('reads no more of a pasted text than a search needs', () => {
    for (const piece of ['(', ')', '"', '-', 'a OR ', 'author:', '-(', '("', 'author:"', 'x ', ' ', '\u0301']) {
      const typed = piece.repeat(100_000 / piece.length);
      const { words, problems, condition } = parseSearch(typed);
      expect(words.length).to.be.at.most(2001);
      expect(problems.length).to.be.at.most(256);
      expect(JSON.stringify(condition ?? null).length).to.be.at.most(60_000);
    }
  });
});
