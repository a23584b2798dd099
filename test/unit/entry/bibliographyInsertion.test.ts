import { expect } from 'chai';
import { bibliographyFormat } from '../../../src/core/cite/entry/bibliographyFormats';
import type { Paper } from '../../../src/core/paper';
import { insertionCases } from './insertionCases';

const paper: Omit<Paper, 'id' | 'key'> = {
  title: 'Deep',
  abstract: '',
  source: { title: 'Deep', abstract: '' },
  authors: [{ given: 'Ann', family: 'Lee' }],
  year: 2024,
  type: 'article',
  topics: [],
  links: [],
};

function inserted(path: string, before: string, keys: string): string {
  const format = bibliographyFormat(path, before, path.endsWith('.yml'));
  const outline = format?.outline(before);
  if (!outline) return 'unknown';
  if ('problem' in outline) return outline.problem;
  const entries = keys.split(' ').map((key) => ({ key, paper: { ...paper, id: key, key } }));
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
