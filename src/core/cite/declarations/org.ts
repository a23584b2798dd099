import type { DeclaringDocument } from './declaringDocument';
import { linesOutsideBlocks } from './linesOutsideBlocks';

const block = /^[ \t]*#\+begin_(src|example|comment|export)(?!\w)/iu;
const keyword = /^[ \t]*#\+bibliography:[ \t]*(.*)$/iu;
const link = /(?<![\w#+])(?:no)?bibliography:([^\s[\]]+)/giu;

/**
 * Org: `#+bibliography: a.json` for org-cite, quoted where it holds blanks, and org-ref's link `bibliography:a.bib,b.bib`
 * (https://orgmode.org/manual/Citations.html).
 */
export const org: DeclaringDocument = {
  declared: (text) =>
    linesOutsideBlocks(text, (line) => {
      const [, name] = block.exec(line) ?? [];
      return name ? (other) => other.trim().toLowerCase() === `#+end_${name.toLowerCase()}` : undefined;
    }).flatMap(({ line, offset }) => {
      const [, file] = keyword.exec(line) ?? [];
      if (file !== undefined) return [{ path: file.trim().replace(/^"(.*)"$/u, '$1'), offset }];
      if (/^[ \t]*#(?:\s|$)/u.test(line)) return [];
      return [...line.matchAll(link)].flatMap(([, files = '']) =>
        files
          .split(',')
          .filter((one) => /\.bib$/iu.test(one))
          .map((path) => ({ path, offset })),
      );
    }),
};
