import { stringify } from 'yaml';
import type { Paper } from '../paper';
import { cslItemOf } from './cslItemOf';
import { writeMarkedText } from './markedText';
import { writePandocText } from './pandocText';

/** A paper as one item of a CSL-YAML list, from its dash to its last line break, its fields in pandoc's Markdown. */
export function writeCslYaml(paper: Paper): string {
  const write = (plain: string, marked?: string): string => writePandocText(writeMarkedText(plain, marked));
  return stringify([cslItemOf(paper, write)], { lineWidth: 0, aliasDuplicateObjects: false });
}
