import { expect } from 'chai';
import type { CitedDocument } from '../../../src/core/cite/citationFormat';
import { insertCitation } from '../../../src/core/cite/insertion';
import { paper } from '../citePapers';
import { citationCases } from './citationCases';

function documentOf(description: string, text: string): CitedDocument {
  const words = description.split(' ');
  const [languageId = '', path = ''] = words.filter((word) => !word.startsWith('+'));
  const projectFiles = words.filter((word) => word.startsWith('+')).map((word) => word.slice(1));
  return { languageId, path, text, eol: text.includes('\r\n') ? '\r\n' : '\n', projectFiles };
}

/** Text with `|` where the cursor or `⟦…⟧` where the selection is; `‖` is a bar in it. */
function parse(marked: string) {
  const start = marked.search(/[|⟦]/u);
  const text = marked.replace(/[|⟦]/u, '');
  const close = text.indexOf('⟧');
  return { text: text.replace('⟧', '').replaceAll('‖', '|'), start, end: close < 0 ? start : close };
}

function cited(description: string, before: string, keys: string): string {
  const { text, start, end } = parse(before);
  const papers = keys.split(' ').map((key) => paper({ key: key.replace('·', ' ') }));
  const result = insertCitation(documentOf(description, text), [{ start, end }], papers);
  if (result.kind === 'refused') {
    return result.reason === 'key' ? `refused: key ${result.key} → ${result.suggestion}` : `refused: ${result.place}`;
  }
  let changed = text;
  for (const edit of [...result.edits].reverse()) {
    changed = changed.slice(0, edit.start) + edit.text + changed.slice(edit.end);
  }
  const [caret] = result.carets;
  return `${changed.slice(0, caret).replaceAll('|', '‖')}|${changed.slice(caret).replaceAll('|', '‖')}`;
}

describe('Citing at a cursor', () => {
  for (const [format, cases] of Object.entries(citationCases)) {
    describe(format, () => {
      for (const [description, before, after, keys = 'a'] of cases) {
        it(`${description}: ${JSON.stringify(before)} with ${keys}`, () => {
          expect(cited(description, before, keys)).to.equal(after);
        });
      }
    });
  }
});
