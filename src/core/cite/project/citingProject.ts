import type { DeclaredLibrary } from '../declarations/declaredLibraries';
import type { LatexPackage } from '../latexPackage';
import type { BibTeXDialect } from '../../formats/bibTeXFields';

/** A bibliography that a document cites from, and who says so. */
export interface CitedBibliography extends DeclaredLibrary {
  /** The path of the file whose line declares it; the bibliography's own where nobody declares it. */
  readonly declaredIn: string;
  /** The path of the file that its path is relative to, mostly the declaring one. */
  readonly relativeTo: string;
  /** Nobody declares it: the format takes what it finds. */
  readonly isFound?: true;
}

/** What a document's project tells of how it cites, and from which bibliographies. */
export interface CitingProject {
  readonly bibliographies: readonly CitedBibliography[];
  /** The document that is compiled, where that is not the cited one. */
  readonly root?: string;
  /** What LaTeX cites with, where it loads a package for that. */
  readonly package?: LatexPackage;
  /** What the document's package reads. */
  readonly dialect?: BibTeXDialect;
  /** What else tells how it cites: the root file's text and what that inputs. */
  readonly relatedTexts: readonly string[];
}

/** A document as its project is looked for. */
export interface ProjectDocument {
  readonly path: string;
  readonly text: string;
}
