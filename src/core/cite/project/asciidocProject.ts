import type { CitingProject, ProjectDocument } from './citingProject';
import { declaredBy } from './declaredBy';
import { folderOf, type ProjectFiles } from './projectFiles';

/** AsciiDoc with asciidoctor-bibtex: what the document declares, else the first .bib file of its folder. */
export function asciidocProject(document: ProjectDocument, files: ProjectFiles): CitingProject {
  const bibliographies = declaredBy(document, { kindPath: 'document.adoc' });
  if (bibliographies.length > 0) return { bibliographies, relatedTexts: [] };
  const [first] = files.list(`${folderOf(document.path)}/*.bib`);
  const found =
    first === undefined ? [] : [{ path: first, line: 0, declaredIn: first, relativeTo: first, isFound: true as const }];
  return { bibliographies: found, relatedTexts: [] };
}
