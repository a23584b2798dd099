import type { PaperRecord, PaperText } from '../paper';
import { repairLostLatex, type RepairedText } from './lostLatex';

/** A paper's title and abstract with their LaTeX restored, as `repairLostLatex` does it. */
export function repairPaperText(source: PaperText): Pick<PaperRecord, 'title' | 'abstract' | 'markup'> {
  const title = repairLostLatex(source.title);
  const abstract = repairLostLatex(source.abstract);
  const plain = { title: title.plain, abstract: abstract.plain };
  if (title.markup === undefined && abstract.markup === undefined) return plain;
  return { ...plain, markup: { title: markupOf(title), abstract: markupOf(abstract) } };
}

/** Where one of the two has markup, the other is written in it too: its dollars are plain. */
function markupOf(text: RepairedText): string {
  return text.markup ?? text.plain.replaceAll('$', '\\$');
}
