import type { Paper } from '../paper';
import { toOneLine } from '../text';
import { bibTeXFields } from './bibTeXFields';

/**
 * A paper as one BibTeX entry with a line break at its end. Values stand on one line each, in balanced braces, in
 * UTF-8.
 */
export function writeBibTeX(paper: Paper): string {
  const { type, fields } = bibTeXFields(paper);
  const written = fields.map(({ name, value }) => `  ${name} = {${value}}`);
  return `@${type}{${[bibTeXKey(paper.key), ...written].join(',\n')}\n}\n`;
}

/** A key without what none may hold in BibTeX or biber: white space and `" # % ' ( ) , = { } ~ \ @`. */
export function bibTeXKey(key: string): string {
  return toOneLine(key).replace(/[\s"#%'(),={}~\\@]/gu, '') || 'paper';
}
