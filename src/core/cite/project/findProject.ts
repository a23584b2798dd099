import type { CitedDocument } from '../citationFormat';
import { detectCitationFormat } from '../citationFormats';
import { asciidocProject } from './asciidocProject';
import type { CitingProject, ProjectDocument } from './citingProject';
import { latexProject } from './latexProject';
import { mystProject } from './mystProject';
import { orgProject } from './orgProject';
import { pandocProject } from './pandocProject';
import { type KnownFiles, ProjectFiles, type WantedFiles } from './projectFiles';
import { sphinxProject } from './sphinxProject';
import { typstProject } from './typstProject';

type FindProject = (document: ProjectDocument, files: ProjectFiles) => CitingProject;

/** By the id of the citation format; those that are not here cite without a bibliography. */
const projects: Readonly<Record<string, FindProject>> = {
  latex: latexProject,
  pandoc: pandocProject,
  myst: mystProject,
  restructuredtext: sphinxProject,
  typst: typstProject,
  asciidoc: asciidocProject,
  org: orgProject,
};

/** What is known of a document's project, or what has to be read first. */
export type FoundProject =
  | { readonly kind: 'wanted'; readonly wanted: WantedFiles }
  | {
      readonly kind: 'found';
      /** The id of the document's citation format. */
      readonly format: string;
      readonly project: CitingProject;
      /** The names of the project's files that tell the format. */
      readonly projectFiles: readonly string[];
    };

/** What tells Markdown of MyST and Sphinx from Pandoc's. */
const tellingNames = ['myst.yml', '_toc.yml', 'conf.py', '_quarto.yml'];

const noProject: CitingProject = { bibliographies: [], relatedTexts: [] };

/**
 * Finds the project of a document: asked again with what it wanted to know, until it wants no more. Never throws.
 * @param top the path of the folder above which nothing belongs to the project
 */
export function findProject(
  document: Pick<CitedDocument, 'format' | 'languageId' | 'path' | 'text'>,
  top: string,
  known: KnownFiles,
): FoundProject {
  const files = new ProjectFiles(known, top);
  const isMarkdown = /\.(?:md|ipynb|markdown)$/iu.test(document.path) || document.languageId === 'markdown';
  const projectFiles = isMarkdown ? tellingNames.filter((name) => files.nearest(document.path, name)) : [];
  const { id: format } = detectCitationFormat({ ...document, projectFiles });
  const project = projects[format]?.(document, files) ?? noProject;
  const { wanted } = files;
  if (wanted.paths.length + wanted.globs.length > 0) return { kind: 'wanted', wanted };
  return { kind: 'found', format, project, projectFiles };
}
