import type { CitingProject, ProjectDocument } from './citingProject';
import { declaredBy } from './declaredBy';
import type { ProjectFiles } from './projectFiles';

/** Sphinx: what `conf.py` declares for all documents, and what the document's own directives name. */
export function sphinxProject(document: ProjectDocument, files: ProjectFiles): CitingProject {
  const settings = files.nearest(document.path, 'conf.py');
  const own = declaredBy(document, { kindPath: 'document.rst' });
  return { bibliographies: [...(settings ? declaredBy(settings) : []), ...own], relatedTexts: [] };
}
