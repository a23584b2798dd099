import { yamlPaths } from '../declarations/yamlPaths';
import type { CitedBibliography, CitingProject, ProjectDocument } from './citingProject';
import { declaredBy } from './declaredBy';
import { folderOf, joined, type ProjectFiles } from './projectFiles';

const quartoNames = ['_quarto.yml', '_quarto.yaml'];
const metadataNames = ['_metadata.yml', '_metadata.yaml'];
const settingsNames = ['defaults.yaml', 'defaults.yml', 'metadata.yaml', 'metadata.yml', 'pandoc.yaml', 'pandoc.yml'];
const metadataFiles = [['metadata-files'], ['metadata-file']];

/**
 * Markdown of Pandoc, Quarto, R Markdown and bookdown. Quarto merges what its project, the folders down to the document
 * and the document itself declare, in this order (quarto.org/docs/projects/quarto-projects.html, "Shared Metadata");
 * bookdown reads the metadata of the book's first file; pandoc's settings count beside the document.
 */
export function pandocProject(document: ProjectDocument, files: ProjectFiles): CitingProject {
  const folder = folderOf(document.path);
  const quarto = files.nearest(document.path, ...quartoNames);
  const bibliographies: CitedBibliography[] = [];
  if (quarto) {
    const top = folderOf(quarto.path);
    const folders = files.foldersAbove(document.path).filter((one) => one === top || one.startsWith(`${top}/`));
    const shared = folders.toReversed().flatMap((one) => present(one, metadataNames, files));
    for (const settings of [quarto, ...shared]) {
      bibliographies.push(...declaredBy(settings), ...inMetadataFiles(settings, files));
    }
  }
  const isBook = files.read(`${folder}/_bookdown.yml`) !== undefined;
  if (isBook && document.path !== `${folder}/index.Rmd`) {
    bibliographies.push(...present(folder, ['index.Rmd'], files).flatMap((index) => declaredBy(index)));
  }
  bibliographies.push(...declaredBy(document, { kindPath: 'document.md' }), ...inMetadataFiles(document, files));
  bibliographies.push(...present(folder, settingsNames, files).flatMap((settings) => declaredBy(settings)));
  const root = quarto && `${folderOf(quarto.path)}/`;
  return { bibliographies: bibliographies.map((one) => inQuartoProject(one, root)), relatedTexts: [] };
}

/** In a Quarto project a path that begins with a slash begins at the project's folder. */
function inQuartoProject(bibliography: CitedBibliography, root: string | undefined): CitedBibliography {
  return root !== undefined && bibliography.path.startsWith('/')
    ? { ...bibliography, path: bibliography.path.slice(1), relativeTo: root }
    : bibliography;
}

function inMetadataFiles({ path, text }: ProjectDocument, files: ProjectFiles): readonly CitedBibliography[] {
  if (!text.includes('metadata-file')) return [];
  return yamlPaths(frontMatter(path, text), metadataFiles).flatMap((file) => {
    const metadataPath = joined(folderOf(path), file.path);
    const metadata = metadataPath === undefined ? undefined : files.read(metadataPath);
    if (metadataPath === undefined || metadata === undefined) return [];
    return declaredBy({ path: metadataPath, text: metadata }, { kindPath: 'metadata.yaml' });
  });
}

function frontMatter(path: string, text: string): string {
  return /\.ya?ml$/iu.test(path) ? text : (/^---\s*\n([^]*?)\n(?:---|\.\.\.)\s*(?:\n|$)/u.exec(text)?.[1] ?? '');
}

/** Those of a folder's files that are there. */
function present(folder: string, names: readonly string[], files: ProjectFiles): readonly ProjectDocument[] {
  return names.flatMap((name) => {
    const text = files.read(`${folder}/${name}`);
    return text === undefined ? [] : [{ path: `${folder}/${name}`, text }];
  });
}
