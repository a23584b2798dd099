import type { CitedBibliography, CitingProject, ProjectDocument } from './citingProject';
import { declaredBy } from './declaredBy';
import { folderOf, type ProjectFiles } from './projectFiles';

/**
 * MyST and Jupyter Book: the page's own metadata, the project's, and, where a project of mystmd declares nothing, every
 * .bib file below its folder (mystmd.org/guide/citations, "Including BibTeX").
 */
export function mystProject(document: ProjectDocument, files: ProjectFiles): CitingProject {
  const settings = ['myst.yml', '_config.yml', 'conf.py'].flatMap((name) => files.nearest(document.path, name) ?? []);
  const declared = [...settings.flatMap((one) => declaredBy(one)), ...declaredBy(document, { kindPath: 'page.md' })];
  const project = settings.find(({ path }) => path.endsWith('/myst.yml'));
  const bibliographies = project && declared.length === 0 ? found(folderOf(project.path), files) : declared;
  return { bibliographies, relatedTexts: [] };
}

function found(folder: string, files: ProjectFiles): readonly CitedBibliography[] {
  return files
    .list(`${folder}/**/*.bib`)
    .map((path) => ({ path, line: 0, declaredIn: path, relativeTo: path, isFound: true as const }));
}
