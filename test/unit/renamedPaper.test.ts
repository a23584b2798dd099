import { expect } from 'chai';
import { renameKeys } from '../../src/core/renamedPaper';

describe('What is remembered of papers', () => {
  const cases: readonly {
    readonly name: string;
    readonly before: Record<string, number>;
    readonly renamed: readonly (readonly [string, string])[];
    readonly after: Record<string, number> | undefined;
  }[] = [
    { name: 'follows a new id, in its place', before: { a: 1, b: 2, c: 3 }, renamed: [['b', 'd']], after: { a: 1, d: 2, c: 3 } },
    { name: 'stays where the new id has its own', before: { a: 1, b: 2 }, renamed: [['a', 'b']], after: { b: 2 } },
    { name: 'is left alone when others are renamed', before: { a: 1 }, renamed: [['x', 'y']], after: undefined },
    { name: 'is left alone when none is', before: { a: 1 }, renamed: [], after: undefined },
    { name: 'is nothing of nothing', before: {}, renamed: [['a', 'b']], after: undefined },
  ]; // prettier-ignore
  for (const { name, before, renamed, after } of cases) {
    it(name, () => {
      const result = renameKeys(
        new Map(Object.entries(before)),
        renamed.map(([from, to]) => ({ from, to })),
      );
      expect(result && [...result]).to.eql(after && Object.entries(after));
    });
  }
});
