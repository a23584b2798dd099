import { readFileSync } from 'node:fs';
import { bibliographyFormat } from '../../src/core/cite/entry/bibliographyFormats';
import { insertCitation } from '../../src/core/cite/insertion';
import type { BibTeXDialect } from '../../src/core/formats/bibTeXFields';
import type { Paper } from '../../src/core/paper';

/** The bundled papers. */
export const corpusPapers = JSON.parse(readFileSync('corpus/papers.json', 'utf8')) as readonly Paper[];

/** A bibliography of papers, as citing them one after the other in new documents fills it. */
export function bibliographyOf(path: string, papers: readonly Paper[], dialect?: BibTeXDialect): string {
  const outline = bibliographyFormat(path, '', path.endsWith('.yml'))?.outline('');
  if (!outline || 'problem' in outline) throw new Error(`${path} cannot be written.`);
  const entries = papers.map((paper) => ({ key: outline.validKey(paper.key), paper }));
  return outline
    .insert(entries, dialect)
    .map(({ text }) => text)
    .join('');
}

/** Text with citations of all papers, three in each, put in as by a person at the text's end. */
export function citing(path: string, text: string, papers: readonly Paper[], end = ''): string {
  let document = text;
  for (let at = 0; at < papers.length; at += 3) {
    document += '\nAs they say';
    const offset = document.length;
    const some = papers.slice(at, at + 3);
    const cited = { text: document, languageId: 'plaintext', path, eol: '\n' } as const;
    const insertion = insertCitation(cited, [{ start: offset, end: offset }], some);
    if (insertion.kind === 'refused') throw new Error(`${some.map(({ key }) => key).join(', ')}: ${insertion.reason}`);
    for (const edit of insertion.edits) document = document.slice(0, edit.start) + edit.text + document.slice(edit.end);
    document += '.\n';
  }
  return document + end;
}
