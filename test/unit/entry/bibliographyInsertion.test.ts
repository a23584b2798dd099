import { expect } from 'chai';
import { bibliographyFormat } from '../../../src/core/cite/entry/bibliographyFormats';
import { paper } from '../citePapers';
import { insertionCases } from './insertionCases';

const plain = {
  title: 'Deep',
  authors: [{ given: 'Ann', family: 'Lee' }],
  year: 2024,
  type: 'article',
  links: [],
} as const;

function inserted(path: string, before: string, keys: string): string {
  const format = bibliographyFormat(path, before, path.endsWith('.yml'));
  const outline = format?.outline(before);
  if (!outline) return 'unknown';
  if ('problem' in outline) return outline.problem;
  const entries = keys.split(' ').map((key) => {
    const { arxiv, venue, ...rest } = paper({ ...plain, id: key, key });
    return { key, paper: rest };
  });
  let text = before;
  for (const one of outline.insert(entries, undefined).toReversed()) {
    text = text.slice(0, one.offset) + one.text + text.slice(one.offset);
  }
  return text;
}

describe('Putting entries into a bibliography', () => {
  for (const [path, cases] of Object.entries(insertionCases)) {
    describe(path, () => {
      for (const [name, before, after, keys = 'new'] of cases) {
        it(name, () => {
          const text = inserted(path, before.replaceAll('⏎', '\r'), keys);
          expect(text.replaceAll('\r', '⏎')).to.equal(after);
        });
      }
    });
  }
});
