import { type TextDocument, type Uri, workspace, type WorkspaceFolder } from 'vscode';
import type { WantedFiles } from '../core/cite/project/projectFiles';
import { resolveDeclared } from '../core/cite/declarations/resolveDeclared';
import type { CitedBibliography } from '../core/cite/project/citingProject';
import type { BibliographyFinder, DocumentBibliographies, Place, SkippedReason } from './documentBibliographies';
import { citedDocument } from './citedDocument';
import type { LibraryClient } from './libraryClient';
import { notebookOf, textCells } from './notebookCells';
import { resolveBibliography } from './resolveBibliography';
import { SurroundingFiles } from './surroundingFiles';

export interface DeclaredBibliographiesOptions {
  readonly library: Pick<LibraryClient, 'findProject'>;
  /** The user's home folder, where the host has one. */
  readonly home: Uri | undefined;
}

// As many files as lead from one to the next: a subfile, its root, what that inputs, and what those do.
const mostRounds = 20;
// What a larger project wants is not read before it is known to be wanted again.
const mostForeseen = 20;

/** Finds what documents and their projects declare, as it stands in editors and on disk at the moment. */
export class DeclaredBibliographies implements BibliographyFinder {
  readonly #options: DeclaredBibliographiesOptions;
  /** What finding a document's project took last: read at once the next time, which mostly ends it. */
  readonly #wanted = new WeakMap<TextDocument, WantedFiles>();

  constructor(options: DeclaredBibliographiesOptions) {
    this.#options = options;
  }

  async find(document: TextDocument): Promise<DocumentBibliographies> {
    const { library } = this.#options;
    const notebook = notebookOf(document);
    const { uri } = notebook ?? document;
    const cells = notebook ? textCells(notebook) : [];
    const folder = workspace.getWorkspaceFolder(uri);
    const top = folder?.uri.path ?? uri.path.slice(0, uri.path.lastIndexOf('/'));
    // A notebook's front matter is its first cell.
    const [head = ''] = cells;
    const cited = { ...citedDocument(document), ...(head.startsWith('---') && { text: head }) };
    const around = new SurroundingFiles(uri);
    const { lists, texts } = around;
    const foreseen = this.#wanted.get(document);
    if (foreseen) await around.read(foreseen);
    let found = await library.findProject(cited, top, { texts, lists });
    for (let round = 0; found.kind === 'wanted' && round < mostRounds; round++) {
      await around.read(found.wanted);
      found = await library.findProject(cited, top, { texts, lists });
    }
    if (texts.size + lists.size <= mostForeseen) {
      this.#wanted.set(document, { paths: [...texts.keys()], globs: [...lists.keys()] });
    } else {
      this.#wanted.delete(document);
    }
    if (found.kind === 'wanted') throw new Error(`The project of ${uri.toString()} has no end.`);
    const { format, project, projectFiles } = found;
    const { bibliographies, dialect, package: used, relatedTexts, root } = project;
    return {
      format,
      ...this.#resolved(bibliographies, uri, folder),
      ...(root !== undefined && { root: uri.with({ path: root }) }),
      ...(used && { package: used }),
      ...(dialect && { dialect }),
      relatedTexts: [...relatedTexts, ...cells],
      projectFiles,
    };
  }

  #resolved(
    bibliographies: readonly CitedBibliography[],
    document: Uri,
    folder: WorkspaceFolder | undefined,
  ): Pick<DocumentBibliographies, 'declaredIn' | 'files' | 'skipped'> {
    const files = new Map<string, { readonly uri: Uri; readonly declaredIn: Place | undefined }>();
    const skipped: DocumentBibliographies['skipped'][number][] = [];
    for (const { declaredIn, isFound, line, path, relativeTo, unusable } of bibliographies) {
      const place = { uri: document.with({ path: declaredIn }), line };
      const base = document.with({ path: relativeTo });
      const uri = isFound ? base : unusable ? undefined : resolveBibliography(base, path, folder, this.#options.home);
      if (!uri) skipped.push({ written: path, reason: unusable ?? reasonFor(base, path), declaredIn: place });
      else if (!files.has(uri.toString())) files.set(uri.toString(), { uri, declaredIn: isFound ? undefined : place });
    }
    const found = [...files.values()];
    return { files: found.map(({ uri }) => uri), declaredIn: found.map((one) => one.declaredIn), skipped };
  }
}

function reasonFor(document: Uri, path: string): SkippedReason {
  return resolveDeclared(document.path, path).kind === 'refused' || workspace.isTrusted ? 'nowhere' : 'untrusted';
}
