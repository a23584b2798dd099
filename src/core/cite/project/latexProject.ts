import { latexPackage } from '../latexPackage';
import { latexInputs, latexRoot } from '../latexRoot';
import type { CitingProject, ProjectDocument } from './citingProject';
import { declaredBy } from './declaredBy';
import { folderOf, joined, type ProjectFiles } from './projectFiles';

const mostSteps = 6;
const mostInputs = 100;

/**
 * LaTeX: the root file is the one that the document names, else one in its folder or above that inputs it. What is
 * declared counts in the root file and in all that it inputs, relative to the root file.
 */
export function latexProject(document: ProjectDocument, files: ProjectFiles): CitingProject {
  const root = rootOf(document, files);
  const parts = [root, ...inputs(root, document, files)];
  const isKnown = parts.some(({ path }) => path === document.path);
  const all = isKnown ? parts : [...parts, document];
  const found = latexPackage(all.map(({ text }) => text));
  return {
    bibliographies: all.flatMap((part) => declaredBy(part, { kindPath: 'part.tex', relativeTo: root.path })),
    ...(root.path !== document.path && { root: root.path }),
    ...(found && { package: found }),
    dialect: found === 'biblatex' ? 'biblatex' : 'bibtex',
    relatedTexts: all.filter(({ path }) => path !== document.path).map(({ text }) => text),
  };
}

function rootOf(document: ProjectDocument, files: ProjectFiles): ProjectDocument {
  let root = document;
  const seen = new Set([document.path]);
  for (let step = 0; step < mostSteps; step++) {
    const above = named(root, files) ?? (isWhole(root.text) ? undefined : inputting(root, files));
    if (!above || seen.has(above.path)) break;
    seen.add(above.path);
    root = above;
  }
  return root;
}

function named({ path, text }: ProjectDocument, files: ProjectFiles): ProjectDocument | undefined {
  const relative = latexRoot(text);
  const rootPath = relative === undefined ? undefined : joined(folderOf(path), relative);
  const rootText = rootPath === undefined ? undefined : files.read(rootPath);
  return rootPath === undefined || rootText === undefined ? undefined : { path: rootPath, text: rootText };
}

function isWhole(text: string): boolean {
  return /^[^%\n]*\\documentclass(?![a-z])/mu.test(text);
}

/** A file in the same folder or above that inputs this one. */
function inputting({ path }: ProjectDocument, files: ProjectFiles): ProjectDocument | undefined {
  for (const folder of files.foldersAbove(path)) {
    const candidates = files
      .list(`${folder}/*.tex`)
      .filter((one) => one !== path)
      .flatMap((one) => ({ path: one, text: files.read(one) ?? '' }))
      .filter((one) => doesInput(one, path, files));
    const found = candidates.find(({ text }) => isWhole(text)) ?? candidates[0];
    if (found) return found;
  }
  return undefined;
}

/** LaTeX looks for files from the root file's folder on, which may be any above that of the file that inputs them. */
function doesInput(document: ProjectDocument, path: string, files: ProjectFiles): boolean {
  const folders = files.foldersAbove(document.path);
  return latexInputs(document.text).some((input) => folders.some((folder) => joined(folder, input) === path));
}

/** What the root file inputs, and what that inputs, in the order in which it is found. */
function inputs(root: ProjectDocument, document: ProjectDocument, files: ProjectFiles): readonly ProjectDocument[] {
  const found = new Map<string, ProjectDocument>();
  const read = (text: string): void => {
    for (const input of latexInputs(text)) {
      const path = joined(folderOf(root.path), input);
      if (path === undefined || path === root.path || found.has(path) || found.size >= mostInputs) continue;
      const inputText = path === document.path ? document.text : files.read(path);
      if (inputText === undefined) continue;
      found.set(path, { path, text: inputText });
      read(inputText);
    }
  };
  read(root.text);
  return [...found.values()];
}
