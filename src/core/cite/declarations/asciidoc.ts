import type { DeclaringDocument } from './declaringDocument';
import { linesOutsideBlocks } from './linesOutsideBlocks';

// Comments, listings, literal and passed-through text: each ends at a line like its first.
const block = /^(?:\/{4,}|-{4,}|\.{4,}|\+{4,})[ \t]*$/u;

/** asciidoctor-bibtex: `:bibtex-file: a.bib`, or `bibliography::a.bib[apa]`. */
export const asciidoc: DeclaringDocument = {
  declared: (text) =>
    linesOutsideBlocks(text, (line) => {
      const [delimiter] = block.exec(line) ?? [];
      return delimiter === undefined ? undefined : (other) => other.trimEnd() === delimiter.trimEnd();
    }).flatMap(({ line, offset }) => {
      const [, attribute, macro] = /^(?::bibtex-file:[ \t]+(.*)|bibliography::([^[\]]+)\[)/u.exec(line) ?? [];
      const path = attribute ?? macro;
      return path === undefined ? [] : [{ path, offset }];
    }),
};
