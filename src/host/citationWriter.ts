import {
  type CancellationToken,
  type Position,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  type Uri,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import type { RefusedCitation } from '../core/cite/citationFormat';
import { type Declaration, declareBibliography } from '../core/cite/declare/declareBibliography';
import { insertCitation } from '../core/cite/insertion';
import type { PaperId } from '../core/paper';
import type { CitationPlan, RefusedEntries } from '../protocol/citationProtocol';
import { type BibliographyEdit, BibliographyFile } from './bibliographyFile';
import type { BibliographySaver } from './bibliographySaver';
import { citedDocument } from './citedDocument';
import { type BibliographyFinder, citesByKey, type DocumentBibliographies } from './documentBibliographies';
import type { InsertedText, LeftEntries } from './leftEntries';
import type { LibraryClient } from './libraryClient';
import type { Platform } from './platform';

/** A bibliography that is to be made and declared. */
export interface NewBibliography {
  readonly uri: Uri;
  /** The cited document, or the one that is compiled. */
  readonly declaredIn: TextDocument;
  /** The bibliography's path, relative to that. */
  readonly declaredAs: string;
}

/** Where entries go: into a file, into one that is to be declared, or nowhere. */
export type BibliographyChoice = Uri | NewBibliography | 'none';

/** What is cited: papers of the library, and those of BibTeX that was pasted. */
export interface CitedPapers {
  readonly ids: readonly PaperId[];
  readonly pasted?: string;
}

/** What became of a citation. */
export type WrittenCitation =
  /** `patternMistake`: the name in the pattern of keys that nobody knows. */
  | { readonly kind: 'written'; readonly bibliography?: Uri; readonly patternMistake?: string }
  /** The person does not want it any more. */
  | { readonly kind: 'dismissed' }
  | { readonly kind: 'unknown'; readonly id: PaperId }
  /** `isNew`: the paper's key stands in no bibliography yet, and another will do. */
  | (RefusedCitation & { readonly isNew: boolean })
  /** The bibliography cannot be edited without harm: nothing was changed. */
  | {
      readonly kind: 'refusedEntries';
      readonly bibliography: Uri;
      readonly reason: RefusedEntries | 'readOnly';
      /** The entries, to be pasted. */
      readonly text: string;
    }
  /** The bibliography cannot be read: nothing was changed. */
  | { readonly kind: 'unreadable'; readonly bibliography: Uri; readonly reason: string }
  /** The document cannot be changed, its editor was closed, or somebody else kept changing it. */
  | { readonly kind: 'failed'; readonly reason: 'readOnly' | 'closed' | 'changed' };

export interface CitationOptions {
  /** Where the entries go; `undefined` leaves the citation out as well. */
  readonly chooseBibliography: (
    document: TextDocument,
    declared: DocumentBibliographies,
  ) => Promise<BibliographyChoice | undefined>;
  /** The keys that new entries shall have, by the ids of their papers. */
  readonly keys?: Readonly<Record<PaperId, string>>;
  /** Nothing is written once it is cancelled. */
  readonly token?: CancellationToken;
}

export interface CitationWriterOptions {
  readonly library: Pick<LibraryClient, 'planCitation'>;
  readonly bibliographies: BibliographyFinder;
  readonly saver: BibliographySaver;
  readonly leftEntries: Pick<LeftEntries, 'note'>;
  readonly platform: Pick<Platform, 'canWrite' | 'readFile'>;
}

const attempts = 4;
// What another program wrote reaches VS Code's editors that late.
const pauseMilliseconds = 300;

interface PreparedCitation {
  readonly kind: 'prepared';
  readonly changes: readonly { readonly range: Range; readonly text: string }[];
  /** Offsets of the new text. */
  readonly carets: readonly number[];
  readonly bibliography?: BibliographyEdit;
  /** What declares the bibliography, where that is another document than the cited one. */
  readonly declaration?: { readonly document: TextDocument; readonly changes: PreparedCitation['changes'] };
  readonly patternMistake?: string | undefined;
}

/** Cites papers in documents, and puts what is missing into their bibliographies. */
export class CitationWriter {
  readonly #options: CitationWriterOptions;
  /** One citation after another, so that each meets the bibliography that the one before it left. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: CitationWriterOptions) {
    this.#options = options;
  }

  /**
   * Cites papers at every cursor of an editor, citation and entries in one edit and one step to undo: if one of them
   * cannot be written, neither is. A bibliography that was saved is saved again.
   */
  write(editor: TextEditor, ids: readonly PaperId[], options: CitationOptions): Promise<WrittenCitation> {
    const written = this.#last.then(() => this.#write(editor, { ids }, options));
    this.#last = written.catch(() => undefined);
    return written;
  }

  /** Has ready what it takes to cite in a document while somebody looks for the paper. Rejects where that fails. */
  async warmUp(document: TextDocument): Promise<void> {
    const declared = await this.#options.bibliographies.find(document);
    const [only] = declared.files;
    if (only && declared.files.length === 1 && citesByKey(declared.format)) await this.#look(only, declared);
  }

  /**
   * The edit that cites papers at a position, entries included; the caller applies it, and the bibliography is saved
   * then. `undefined` where something changed meanwhile.
   * @param chooseBibliography where entries go; nowhere by default, unless there is no question
   */
  async editAt(
    document: TextDocument,
    position: Position,
    papers: CitedPapers,
    chooseBibliography: CitationOptions['chooseBibliography'] = certainOrNone,
  ): Promise<WorkspaceEdit | Exclude<WrittenCitation, { kind: 'written' }> | undefined> {
    const declared = await this.#options.bibliographies.find(document);
    const choice = await this.#choose(document, papers, declared, chooseBibliography);
    if (choice === undefined) return { kind: 'dismissed' };
    const range = new Range(position, position);
    const prepared = await this.#prepare(document, () => [range], papers, declared, choice, undefined);
    if (prepared?.kind !== 'prepared') return prepared;
    const { bibliography, declaration } = prepared;
    for (const one of [bibliography?.document, declaration?.document]) {
      if (one?.isDirty === false) this.#options.saver.saveOnceChanged(one);
    }
    return editOf(document.uri, prepared);
  }

  async #write(editor: TextEditor, papers: CitedPapers, options: CitationOptions): Promise<WrittenCitation> {
    const { document } = editor;
    if (workspace.fs.isWritableFileSystem(document.uri.scheme) === false) return { kind: 'failed', reason: 'readOnly' };
    const declared = await this.#options.bibliographies.find(document);
    const choice = await this.#choose(document, papers, declared, options.chooseBibliography);
    if (choice === undefined) return { kind: 'dismissed' };
    for (let attempt = 0; attempt < attempts; attempt++) {
      if (attempt > 0) await new Promise<void>((resolve) => setTimeout(resolve, pauseMilliseconds));
      if (document.isClosed || options.token?.isCancellationRequested) break;
      const written = await this.#attempt(editor, papers, declared, choice, options);
      if (written) return written;
    }
    if (options.token?.isCancellationRequested) return { kind: 'dismissed' };
    return { kind: 'failed', reason: document.isClosed ? 'closed' : 'changed' };
  }

  /** Where entries go; nobody is asked where it is certain, or where there are none to write. */
  async #choose(
    document: TextDocument,
    papers: CitedPapers,
    declared: DocumentBibliographies,
    chooseBibliography: CitationOptions['chooseBibliography'],
  ): Promise<BibliographyChoice | undefined> {
    if (!citesByKey(declared.format)) return 'none';
    const plan = declared.files.length > 1 ? await this.#plan(papers, declared, undefined, undefined) : undefined;
    return plan?.kind === 'plan' && plan.missing.length === 0 ? 'none' : chooseBibliography(document, declared);
  }

  /** `undefined` where something changed meanwhile. */
  async #attempt(
    editor: TextEditor,
    papers: CitedPapers,
    declared: DocumentBibliographies,
    choice: BibliographyChoice,
    { keys, token }: CitationOptions,
  ): Promise<WrittenCitation | undefined> {
    const { document } = editor;
    const prepared = await this.#prepare(document, () => editor.selections, papers, declared, choice, keys);
    if (prepared?.kind !== 'prepared') return prepared;
    if (token?.isCancellationRequested) return { kind: 'dismissed' };
    const { bibliography, carets, changes, declaration, patternMistake } = prepared;
    const { version } = document;
    const offsets = changes.map(({ range }) => [document.offsetAt(range.start), document.offsetAt(range.end)] as const);
    const saved = [bibliography?.document, declaration?.document].filter((one) => one?.isDirty === false);
    for (const one of saved) if (one) this.#options.saver.expect(one);
    if (!(await apply(editor, prepared))) return undefined;
    // A read-only editor takes the edit and drops it.
    if (changes.length > 0 && document.version === version) return { kind: 'failed', reason: 'readOnly' };
    if (bibliography?.document) {
      this.#options.leftEntries.note(document, bibliography.document, insertedBy(changes, offsets));
    }
    // Somebody who typed on meanwhile has put the cursor where it belongs.
    if (document.version <= version + 1) placeCarets(editor, carets);
    for (const one of saved) {
      const isSaved = one && (await this.#options.saver.save(one));
      // Nobody waits for it, and the next citation tells if something is wrong.
      if (isSaved && one === bibliography?.document) void this.#look(one.uri, declared).catch(() => undefined);
    }
    return {
      kind: 'written',
      ...(bibliography && { bibliography: bibliography.uri }),
      ...(patternMistake !== undefined && { patternMistake }),
    };
  }

  /** Nothing is awaited once the selections have been asked for. */
  async #prepare(
    document: TextDocument,
    selections: () => readonly Range[],
    cites: CitedPapers,
    declared: DocumentBibliographies,
    choice: BibliographyChoice,
    keys: CitationOptions['keys'],
  ): Promise<PreparedCitation | Exclude<WrittenCitation, { kind: 'written' }> | undefined> {
    const uri = choice === 'none' ? undefined : 'declaredAs' in choice ? choice.uri : choice;
    const file = uri && (await BibliographyFile.look(uri, this.#options.platform));
    const plan = await this.#plan(cites, declared, file, keys);
    if (plan.kind === 'needsContents') return undefined;
    if (plan.kind !== 'plan') return plan;
    const { entries, papers } = plan;
    let bibliography: BibliographyEdit | undefined;
    if (file && entries) {
      const reason = file.isReadOnly ? 'readOnly' : entries.edit.kind === 'refused' ? entries.edit.reason : undefined;
      if (reason) return { kind: 'refusedEntries', bibliography: file.uri, reason, text: entries.text };
      if (entries.edit.kind === 'insertions') bibliography = await file.edit(entries.edit, plan.encoding);
      if (!bibliography) return undefined;
    }
    const ranges = selections().map(({ start, end }) => ({
      start: document.offsetAt(start),
      end: document.offsetAt(end),
    }));
    const { format, relatedTexts, projectFiles } = declared;
    const cited = { ...citedDocument(document), relatedTexts, projectFiles };
    const insertion = insertCitation(cited, ranges, papers);
    if (insertion.kind === 'refused') {
      return { ...insertion, isNew: insertion.reason === 'key' && plan.missing.includes(insertion.paper) };
    }
    const changes = insertion.edits
      .filter(({ start, end, text }) => start < end || text !== '')
      .map(({ start, end, text }) => ({
        range: new Range(document.positionAt(start), document.positionAt(end)),
        text,
      }));
    const whole = {
      kind: 'prepared',
      patternMistake: plan.patternMistake,
      ...(bibliography && { bibliography }),
    } as const;
    const { carets } = insertion;
    if (choice === 'none' || !('declaredAs' in choice) || !bibliography) return { ...whole, changes, carets };
    const { declaredAs, declaredIn } = choice;
    const { eol, text } = citedDocument(declaredIn);
    const { head, tail } = declareBibliography(format, text, declaredAs, eol) ?? {};
    const change = (one: Declaration | undefined): PreparedCitation['changes'] => {
      const position = one && declaredIn.positionAt(one.offset);
      return one && position ? [{ range: new Range(position, position), text: one.text }] : [];
    };
    const [before, behind] = [change(head), change(tail)];
    if (declaredIn !== document) {
      return { ...whole, changes, carets, declaration: { document: declaredIn, changes: [...before, ...behind] } };
    }
    return {
      ...whole,
      changes: [...before, ...changes, ...behind],
      carets: carets.map((caret, index) => caret + (head && head.offset <= ranges[index]!.end ? head.text.length : 0)),
    };
  }

  /** Has a bibliography read before the next citation asks for it. */
  async #look(uri: Uri, declared: DocumentBibliographies): Promise<void> {
    const file = await BibliographyFile.look(uri, this.#options.platform);
    const plan = await this.#plan({ ids: [] }, declared, file, undefined);
    if (plan.kind === 'plan' && plan.encoding !== undefined) await file.openIfLarge(plan.encoding);
  }

  async #plan(
    papers: CitedPapers,
    { dialect, files, format }: DocumentBibliographies,
    file: BibliographyFile | undefined,
    keys: CitationOptions['keys'],
  ): Promise<CitationPlan | Extract<WrittenCitation, { kind: 'unreadable' }>> {
    const { library } = this.#options;
    const target = file?.target({ citedFromTypst: format === 'typst', ...(dialect && { dialect }) });
    const bibliographies = files.map(String);
    const keyPattern = workspace.getConfiguration('paperside.citation').get<unknown>('keyPattern');
    const pattern = typeof keyPattern === 'string' && keyPattern !== '' ? { keyPattern } : {};
    const request = { ...papers, bibliographies, ...pattern, ...(keys && { keys }), ...(target && { target }) };
    const plan = await library.planCitation(request);
    if (plan.kind !== 'needsContents' || !file) return plan;
    try {
      return await library.planCitation(request, await file.contents());
    } catch (error) {
      return {
        kind: 'unreadable',
        bibliography: file.uri,
        reason: error instanceof Error ? error.message : `${error}`,
      };
    }
  }
}

const certainOrNone: CitationOptions['chooseBibliography'] = (_document, { files: [only, another] }) =>
  Promise.resolve(only && !another ? only : 'none');

/** Edits a document, and with it its bibliography: both or neither. Rejects nothing that VS Code would. */
async function apply(editor: TextEditor, prepared: PreparedCitation): Promise<boolean> {
  const { uri } = editor.document;
  const { bibliography, changes } = prepared;
  if (changes.length === 0 && !bibliography) return true;
  if (!bibliography) {
    try {
      return await editor.edit((builder) => {
        for (const { range, text } of changes) builder.replace(range, text);
      });
    } catch {
      return false; // VS Code throws where an editor has been closed
    }
  }
  return workspace.applyEdit(editOf(uri, prepared));
}

function editOf(uri: Uri, { bibliography, changes, declaration }: PreparedCitation): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  for (const { range, text } of changes) edit.replace(uri, range, text);
  if (declaration)
    for (const { range, text } of declaration.changes) edit.replace(declaration.document.uri, range, text);
  bibliography?.addTo(edit);
  return edit;
}

/** Where changes, in the order of the text, have put something: by the offsets of what they replaced. */
function insertedBy(
  changes: PreparedCitation['changes'],
  offsets: readonly (readonly [start: number, end: number])[],
): readonly InsertedText[] {
  let shift = 0;
  return changes.map(({ text }, index) => {
    const [start, end] = offsets[index]!;
    const inserted = { offset: start + shift, length: text.length };
    shift += text.length - (end - start);
    return inserted;
  });
}

function placeCarets(editor: TextEditor, carets: readonly number[]): void {
  editor.selections = carets.map((caret) => {
    const position = editor.document.positionAt(caret);
    return new Selection(position, position);
  });
}
