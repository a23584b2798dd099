import { expect } from 'chai';
import { breakingWord, normalWord, vagueWord, WordScanner } from '../../src/core/wordScanner';

const stems = (text: string, length = text.length): readonly number[] => {
  const scanner = new WordScanner();
  scanner.scan(text, length);
  return [...scanner.stems.subarray(0, scanner.count)];
};

describe('Words as numbers', () => {
  const same: readonly (readonly [string, string])[] = [
    ['policy', 'Policies'],
    ['grasp', 'GRASPING'],
    ['plan', 'planning'],
    ['robot', 'robots'],
  ];
  for (const [one, other] of same) {
    it(`are equal for ${one} and ${other}`, () => expect(stems(one)).to.eql(stems(other)));
  }
  for (const [one, other] of [
    ['plan', 'plane'],
    ['bus', 'bu'],
    ['string', 'str'],
    ['analysis', 'analysi'],
  ] as const) {
    it(`differ for ${one} and ${other}`, () => expect(stems(one)).to.not.eql(stems(other)));
  }

  it('have a 0 where a phrase ends, and for numbers and single letters', () => {
    const [dense, slam] = stems('dense slam');
    expect(stems('dense-SLAM')).to.eql([dense, slam]);
    expect(stems('(dense): SLAM, 2024 x')).to.eql([dense, 0, slam, 0, 0, 0]);
  });

  it('come with their places', () => {
    const scanner = new WordScanner();
    scanner.scan('A dense SLAM', 100);
    expect([...scanner.starts.subarray(0, 3)], 'starts').to.eql([0, 2, 8]);
    expect([...scanner.ends.subarray(0, 3)], 'ends').to.eql([1, 7, 12]);
  });

  it('are read as far as asked, and never more than there is room for', () => {
    expect(stems('dense slam', 5)).to.eql(stems('dense'));
    expect(stems('dense slam, '.repeat(10_000)).length).to.be.below(2048);
  });

  it('say how much they tell', () => {
    const scanner = new WordScanner();
    scanner.scan('novel networks: SLAM', 100);
    expect([...scanner.kinds.subarray(0, scanner.count)]).to.eql([breakingWord, vagueWord, breakingWord, normalWord]);
  });
});
