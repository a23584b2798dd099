import { expect } from 'chai';
import fc from 'fast-check';
import { shortestPaths } from '../../src/core/shortestPaths';

describe('shortestPaths', () => {
  const cases: readonly (readonly [paths: readonly string[], shortest: readonly string[]])[] = [
    [[], []],
    [['/home/me/own.bib'], ['own.bib']],
    [
      ['/a/own.bib', '/b/own.bib', '/c.bib'],
      ['a/own.bib', 'b/own.bib', 'c.bib'],
    ],
    [
      ['/x/own.bib', '/own.bib'],
      ['x/own.bib', '/own.bib'],
    ],
    [
      ['/a/x/own.bib', '/b/x/own.bib', '/b/y/own.bib'],
      ['a/x/own.bib', 'b/x/own.bib', 'y/own.bib'],
    ],
    [
      ['/papers/', '/more/papers', '/'],
      ['/papers/', 'more/papers', '/'],
    ],
    [
      ['/a/own.bib', '/a/own.bib'],
      ['own.bib', 'own.bib'],
    ],
  ];
  for (const [paths, shortest] of cases) {
    it(`calls ${paths.join(' ') || 'nothing'} ${shortest.join(' ')}`, () => {
      expect(shortestPaths(paths)).to.deep.equal(shortest);
    });
  }

  it('gives each path a name of its own, which is its end', () => {
    const path = fc
      .array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: 4 })
      .map((names) => `/${names.join('/')}`);
    fc.assert(
      fc.property(fc.uniqueArray(path, { maxLength: 8 }), (paths) => {
        const shortest = shortestPaths(paths);
        expect(new Set(shortest).size).to.equal(paths.length);
        paths.forEach((whole, at) => expect(whole.endsWith(shortest[at]!)).to.equal(true));
      }),
      { seed: 20221122 },
    );
  });
});
