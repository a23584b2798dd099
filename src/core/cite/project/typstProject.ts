import type { CitingProject, ProjectDocument } from './citingProject';
import { declaredBy } from './declaredBy';
import { folderOf, joined, type ProjectFiles } from './projectFiles';

const mostSteps = 6;
const inclusion = /#(?:include|import)\s{1,9}"(?<file>[^"\n]{1,1000}\.typ)"/gu;

/** Typst: the document's own `#bibliography`, else that of a file in its folder or above that includes it. */
export function typstProject(document: ProjectDocument, files: ProjectFiles): CitingProject {
  let part = document;
  const seen = new Set<string>();
  while (seen.size < mostSteps && !seen.has(part.path)) {
    seen.add(part.path);
    const bibliographies = declaredBy(part, { kindPath: 'part.typ' });
    if (bibliographies.length > 0) {
      return { bibliographies, ...(part !== document && { root: part.path }), relatedTexts: [] };
    }
    const above = including(part, files);
    if (!above) break;
    part = above;
  }
  return { bibliographies: [], relatedTexts: [] };
}

function including({ path }: ProjectDocument, files: ProjectFiles): ProjectDocument | undefined {
  for (const folder of files.foldersAbove(path)) {
    for (const one of files.list(`${folder}/*.typ`)) {
      if (one === path) continue;
      const text = files.read(one) ?? '';
      const included = Array.from(text.matchAll(inclusion), ({ groups }) => joined(folderOf(one), groups!.file!));
      if (included.includes(path)) return { path: one, text };
    }
  }
  return undefined;
}
