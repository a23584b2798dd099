import { detectFormat } from '../../formats/libraryFormats';
import { bibTeXBibliography } from './bibTeXBibliography';
import type { BibliographyFormat } from './bibliographyFormat';
import { cslJsonBibliography } from './cslJsonBibliography';
import { cslYamlBibliography } from './cslYamlBibliography';
import { hayagrivaBibliography } from './hayagrivaBibliography';

/** Every kind of bibliography that entries are put into. */
const bibliographyFormats: readonly BibliographyFormat[] = [
  bibTeXBibliography,
  cslJsonBibliography,
  cslYamlBibliography,
  hayagrivaBibliography,
];

/**
 * The kind of a bibliography; `undefined` for a file that entries cannot be put into, as one of RIS. One whose
 * entries do not tell is what its name says, a YAML file what those who cite from it read.
 * @param path its path or address, with `/`
 * @param citedFromTypst whether a Typst document cites from it
 */
export function bibliographyFormat(
  path: string,
  text: string,
  citedFromTypst: boolean,
): BibliographyFormat | undefined {
  const read = detectFormat(path, text);
  if (read) return bibliographyFormats.find(({ id }) => id === read.id);
  if (/\.(?:json|csljson)$/iu.test(path)) return cslJsonBibliography;
  if (!/\.ya?ml$/iu.test(path)) return undefined;
  return citedFromTypst ? hayagrivaBibliography : cslYamlBibliography;
}
