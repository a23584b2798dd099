import { expect } from 'chai';
import fc from 'fast-check';
import { completeQuery } from '../../src/core/search/query/completeQuery';
import { parseSearch } from '../../src/core/search/query/parseSearch';
import { fieldNames } from '../../src/core/search/query/searchFields';
import type { CountedValue } from '../../src/core/search/query/valueColumn';

const seed = 20261123;

const known: Readonly<Record<string, readonly CountedValue[]>> = {
  topic: [
    { value: 'KV cache compression', count: 12 },
    { value: 'Quantization', count: 9 },
  ],
  year: [
    { value: '2020', count: 3 },
    { value: '2022', count: 2 },
  ],
  author: [{ value: 'Say "Hi" (Inc)', count: 1 }],
};
const valuesOf = (field: string, typed: string): readonly CountedValue[] =>
  known[field]?.filter(({ value }) => value.toLowerCase().includes(typed.toLowerCase())) ?? [];

/** The texts that accepting each item makes, with the caret; `|` in the text is where it is before. */
function completed(withCaret: string): readonly string[] {
  const caret = withCaret.indexOf('|');
  const typed = withCaret.replace('|', '');
  return completeQuery(typed, caret, valuesOf).map(
    ({ insert, start, end }) => `${typed.slice(0, start)}${insert}|${typed.slice(end)}`,
  );
}

const table: readonly (readonly [before: string, ...after: string[]])[] = [
  ['au|', 'author:|'],
  ['kv AU| x', 'kv author:| x'],
  ['-ye|', '-year:|'],
  ['(ve|) x', '(venue:|) x'],
  ['a|', 'author:|', 'abstract:|'],
  ['k|ey', 'keyword:|', 'key:|'],
  ['attention|'],
  ['is:|', 'is:unread|', 'is:to-read|', 'is:reading|', 'is:read|', 'is:published|', 'is:preprint|'],
  ['is:re| x', 'is:reading| x', 'is:read| x'],
  ['is:u|nknown x', 'is:unread| x'],
  ['topic:qu|', 'topic:Quantization|'],
  ['topic:kv|', 'topic:"KV cache compression"|'],
  ['x topic:"kv c| y', 'x topic:"KV cache compression"|'],
  ['topic:"kv c|" y', 'topic:"KV cache compression"| y'],
  ['topic:none|'],
  ['topic:quantization|'],
  ['topic:"kv cache compression|"'],
  ['year:20|', 'year:2020|', 'year:2022|'],
  ['year:2022|'],
  ['year:2022..|'],
  ['author:hi|', 'author:"Say  Hi  (Inc)"|'],
  ['top|ic:x'],
  ['"au|"'],
  ['OR|'],
  ['title:au|'],
];

describe('Completing a query', () => {
  for (const [before, ...after] of table) {
    it(`offers at ${before}`, () => {
      expect(completed(before)).to.deep.equal(after);
    });
  }

  it('offers every field where a word may begin', () => {
    for (const place of ['|', 'kv |', 'kv (|', '(kv) |', '| kv']) {
      const [before, after] = place.split('|');
      expect(completed(place), place).to.deep.equal(fieldNames.map((name) => `${before}${name}:|${after}`));
    }
  });

  it('says how many papers have a value, and what is a field', () => {
    expect(completeQuery('topic:qu', 8, valuesOf)[0]).to.deep.equal({
      kind: 'value',
      label: 'Quantization',
      insert: 'Quantization',
      start: 6,
      end: 8,
      count: 9,
    });
    expect(completeQuery('au', 2, valuesOf)[0]).to.include({ kind: 'field', label: 'author:' });
  });

  it('takes any text and any place in it, and inserts what reads without mistakes', () => {
    const pieces = fc.constantFrom('(', '"', '-', ' ', 'OR', 'topic:', 'is:', 'author:', 'kv', 're', 'au');
    const text = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 12 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, fc.nat(40), (typed, place) => {
        const caret = Math.min(place, typed.length);
        for (const { kind, insert, start, end } of completeQuery(typed, caret, valuesOf)) {
          expect(start).to.be.at.most(caret);
          expect(end).to.be.at.least(caret).and.at.most(typed.length);
          const field = typed.slice(0, start).match(/[a-z]+:$/i)?.[0] ?? '';
          if (kind === 'value') expect(parseSearch(`${field}${insert} `).problems).to.deep.equal([]);
        }
      }),
      { seed, numRuns: 1000 },
    );
  });
});
