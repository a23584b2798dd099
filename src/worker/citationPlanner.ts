import { bibliographyFormat } from '../core/cite/entry/bibliographyFormats';
import type { BibliographyOutline, NewEntry } from '../core/cite/entry/bibliographyFormat';
import { bibTeXBibliography } from '../core/cite/entry/bibTeXBibliography';
import { type EditableBytes, editableBytes } from '../core/cite/entry/editableBytes';
import { entryKeys } from '../core/cite/entry/entryKeys';
import { heldKey } from '../core/cite/entry/heldKey';
import { pastedEntries } from '../core/cite/entry/pastedEntries';
import { citationKey } from '../core/citationKey';
import { citationKeyPattern } from '../core/citationKeyPattern';
import type { WrittenEntry } from '../core/formats/bibTeXFields';
import { decodeText } from '../core/formats/decodeText';
import { type FindPosition, linePositions } from '../core/formats/linePositions';
import { readLibraryText } from '../core/formats/readLibrary';
import { paperId } from '../core/identifiers';
import type { Library } from '../core/library';
import type { Paper, PaperId, PaperRecord } from '../core/paper';
import type {
  CitationPlan,
  CitationRequest,
  CitationTarget,
  PlannedEntries,
  RefusedEntries,
  TargetContents,
} from '../protocol/citationProtocol';

/** What the planner asks of the library. */
export interface PlannerLibrary {
  readonly papers: Pick<Library, 'get' | 'keyIn' | 'keysOf' | 'recordsOf' | 'sources'>;
  /** Whether the library holds what a file of these contents says. */
  isCurrent(uri: string, bytes: Uint8Array): boolean;
  /** The text of a file's editor, if it has one that is not saved and the library follows it. */
  unsavedText(uri: string): string | undefined;
}

/** A target as far as it has to be known to put entries into it. */
interface ReadTarget {
  readonly text: string;
  readonly outline: BibliographyOutline | { readonly problem: RefusedEntries };
  readonly editable: EditableBytes | undefined;
  readonly position: FindPosition;
  /** Its records, where the library holds others. */
  readonly records?: readonly PaperRecord[];
}

/** Plans what a document cites papers by, and what goes into its bibliography for that. */
export class CitationPlanner {
  readonly #library: PlannerLibrary;
  /** The target read last, with what tells whether it is still the same. */
  #last:
    { readonly uri: string; readonly stamp: string; readonly typst: boolean; readonly read: ReadTarget } | undefined;

  constructor(library: PlannerLibrary) {
    this.#library = library;
  }

  plan(request: CitationRequest, contents: TargetContents = {}): CitationPlan {
    const { papers: library } = this.#library;
    const { bibliographies, ids, keyPattern = '', keys = {}, pasted = '', target } = request;
    const pattern = keyPattern.trim() === '' ? undefined : citationKeyPattern(keyPattern);
    const mistake = pattern?.kind === 'mistake' ? { patternMistake: pattern.name } : {};
    const bundled = new Set(library.sources.filter(({ kind }) => kind === 'bundled').map(({ uri }) => uri));
    const papers: Paper[] = [];
    for (const id of ids) {
      const paper = library.get(id);
      if (!paper) return { kind: 'unknown', id };
      const isBundled = paper.sources.every(({ uri }) => bundled.has(uri));
      const ownKey = isBundled && pattern?.kind === 'pattern' ? pattern.key(paper) : paper.key;
      papers.push({ ...paper, key: keys[paper.id] ?? ownKey });
    }
    const entries = new Map<PaperId, WrittenEntry>();
    for (const [index, { record, written }] of pastedEntries(pasted).entries()) {
      const id = paperId(record, `pasted:${index}`);
      papers.push({ ...record, id, key: record.key ?? citationKey(record) });
      entries.set(id, written);
    }
    const read = target && this.#read(target, contents);
    if (target && !read) return { kind: 'needsContents' };
    const keyThere = (paper: Paper): string | undefined => {
      for (const uri of bibliographies) {
        const records = uri === target?.uri ? read?.records : undefined;
        // Whom the library does not know it cannot look up.
        const looked = records ?? (entries.has(paper.id) ? library.recordsOf(uri) : undefined);
        const key = looked ? heldKey(paper, looked) : library.keyIn(uri, paper.id);
        if (key !== undefined) return key;
      }
      return undefined;
    };
    if (!target || !read) {
      const known = papers.map((paper) => ({ paper, key: keyThere(paper) }));
      return {
        kind: 'plan',
        papers: known.map(({ key, paper }) => ({ ...paper, key: key ?? paper.key })),
        ...mistake,
        missing: known.filter(({ key }) => key === undefined).map(({ paper }) => paper.id),
      };
    }
    const { editable, outline } = read;
    const wanted = 'keys' in outline ? papers.map((one) => ({ ...one, key: outline.validKey(one.key) })) : papers;
    const ownKeys = 'keys' in outline ? outline.keys : [];
    const taken = (): readonly string[] => [
      ...ownKeys,
      ...bibliographies.filter((uri) => uri !== target.uri).flatMap((uri) => [...library.keysOf(uri)]),
    ];
    const { papers: cited, added: missed } = entryKeys(wanted, keyThere, taken);
    const added = missed.map((entry): NewEntry => {
      const written = entries.get(entry.paper.id);
      return written ? { ...entry, written } : entry;
    });
    const missing = added.map(({ paper }) => paper.id);
    return {
      kind: 'plan',
      papers: cited,
      ...mistake,
      missing,
      ...(added.length > 0 && { entries: entriesFor(target, read, added) }),
      ...(editable && 'encoding' in editable && { encoding: editable.encoding }),
    };
  }

  #read(
    { citedFromTypst: typst, stamp, uri }: CitationTarget,
    { bytes, unsavedText }: TargetContents,
  ): ReadTarget | undefined {
    if (stamp === undefined) {
      const text = this.#library.unsavedText(uri) ?? unsavedText;
      return text === undefined
        ? undefined
        : readTarget(uri, text, typst, undefined, readLibraryText(text, uri).papers);
    }
    const last = this.#last;
    if (last?.uri === uri && last.stamp === stamp && last.typst === typst) return last.read;
    if (!bytes) return undefined;
    const text = decodeText(bytes);
    // What the library has read of the file need not be read again.
    const records = this.#library.isCurrent(uri, bytes) ? undefined : readLibraryText(text, uri).papers;
    const read = readTarget(uri, text, typst, editableBytes(bytes), records);
    this.#last = { uri, stamp, typst, read };
    return read;
  }
}

function readTarget(
  uri: string,
  text: string,
  citedFromTypst: boolean,
  editable: EditableBytes | undefined,
  records: readonly PaperRecord[] | undefined,
): ReadTarget {
  const outline = bibliographyFormat(uri, text, citedFromTypst)?.outline(text) ?? { problem: 'unknownFormat' as const };
  return { text, outline, editable, position: linePositions(text), ...(records && { records }) };
}

function entriesFor(
  { dialect }: CitationTarget,
  { editable, outline, position, text }: ReadTarget,
  added: readonly NewEntry[],
): PlannedEntries {
  const problem =
    'problem' in outline ? outline.problem : editable && 'problem' in editable ? editable.problem : undefined;
  if (problem !== undefined || 'problem' in outline) {
    return { text: entriesAlone(added), edit: { kind: 'refused', reason: problem ?? 'malformed' } };
  }
  const insertions = outline.insert(added, dialect).map(({ offset, text: inserted }) => {
    const { line, column } = position(offset);
    return { line, column, before: lineAt(text, offset), text: inserted };
  });
  return {
    text: entriesAlone(added),
    edit: {
      kind: 'insertions',
      insertions,
      lineCount: position(text.length).line + 1,
    },
  };
}

function entriesAlone(added: readonly NewEntry[]): string {
  const outline = bibTeXBibliography.outline('');
  return 'insert' in outline
    ? outline
        .insert(added, undefined)
        .map(({ text }) => text)
        .join('')
    : '';
}

function lineAt(text: string, offset: number): string {
  const before = /[^\r\n]*$/u.exec(text.slice(Math.max(0, text.lastIndexOf('\n', offset - 1)), offset))![0];
  return before + /^[^\r\n]*/u.exec(text.slice(offset, offset + 10_000))![0];
}
