import { expect } from 'chai';
import fc from 'fast-check';
import { citationKeyPattern } from '../../src/core/citationKeyPattern';
import { paper } from './citePapers';

const sample = paper({
  title: 'On the Speed of KV-Caches: A Survey',
  authors: [{ given: 'Ann', family: 'Häse Müller' }, { given: 'Tri', family: 'Dao' }, { family: 'Li' }],
  year: 2024,
  venue: 'Machine Learning Letters',
});

const cases: readonly (readonly [pattern: string, key: string])[] = [
  ['', 'hasemuller2024speed'],
  ['[auth][year]', 'HaseMuller2024'],
  ['[auth:lower][year][veryshorttitle:lower]', 'hasemuller2024speed'],
  ['[auth:lower]_[shortyear]', 'hasemuller_24'],
  ['[auth3:lower]:[year]', 'has:2024'],
  ['[auth3_2][year]', 'Dao2024'],
  ['[authors2][year]', 'HaseMullerDaoEtAl2024'],
  ['[authEtAl:lower][year]', 'hasemulleretal2024'],
  ['[authshort][year]', 'HDL2024'],
  ['[shorttitle3_3]', 'SpeedKVCaches'],
  ['[shorttitle2_1]', 'Speedkv'],
  ['[title:skipwords:select=1,2]', 'SpeedKV'],
  ['[title:abbr:lower]', 'otsokcas'],
  ['[journal:abbr][year]', 'MLL2024'],
  ['[venue:lower:condense]', 'machinelearningletters'],
  ['auth.lower + shorttitle(2,1) + year', 'hasemullerSpeedkv2024'],
  ["auth.lower + '-' + year", 'hasemuller-2024'],
  ['auth.substring(1,4).upper + year', 'HASE2024'],
  ['Auth + Year', 'HaseMuller2024'],
  ['[auth]{},\\ "', 'HaseMuller'],
];

describe('Patterns of citation keys', () => {
  for (const [pattern, key] of cases) {
    it(`${pattern || '(none)'} gives ${key}`, () => {
      const read = citationKeyPattern(pattern.replace('=1,2', '(1,2)'));
      expect(read.kind === 'pattern' ? read.key(sample) : read).to.equal(key);
    });
  }

  for (const [pattern, name, offset] of [
    ['[auth][nonsense]', 'nonsense', 7],
    ['[auth:nonsense]', 'nonsense', 6],
    ['auth + constructor', 'constructor', 6],
  ] as const) {
    it(`${pattern}: says that nobody knows ${name}`, () => {
      expect(citationKeyPattern(pattern)).to.deep.equal({ kind: 'mistake', name, offset });
    });
  }

  it('make keys that every bibliography can hold, or tell a mistake', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.string({ unit: 'binary', maxLength: 20 }), (pattern, title) => {
        const read = citationKeyPattern(pattern);
        if (read.kind === 'pattern') expect(read.key(paper({ title }))).to.match(/^[\w\-:.+/]+$/u);
      }),
      { seed: 20261123, numRuns: 1_000 },
    );
  });
});
