import type { Paper } from '../paper';
import { cslItemOf } from './cslItemOf';
import { writeHtmlText } from './htmlText';

/**
 * A paper as one item of a CSL-JSON list, indented as Zotero does, without the comma behind it. Its texts are plain:
 * no reader of the format knows mathematics.
 */
export function writeCslJson(paper: Paper): string {
  return JSON.stringify(cslItemOf(paper, writeHtmlText), null, 2);
}
