import type { CitingProject, ProjectDocument } from './citingProject';
import { declaredBy } from './declaredBy';

/** Org: what the document declares. What Emacs is set to for all documents is known to Emacs alone. */
export function orgProject(document: ProjectDocument): CitingProject {
  return { bibliographies: declaredBy(document, { kindPath: 'document.org' }), relatedTexts: [] };
}
