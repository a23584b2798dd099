import { type BibTeXDialect, bibTeXFields } from '../../formats/bibTeXFields';
import { bibTeXKey } from '../../formats/bibTeX';
import { scanBibTeX } from '../../formats/bibtex/bibTeXScanner';
import type { BibTeXEntry } from '../../formats/bibtex/bibTeXSyntax';
import { commonest } from '../commonest';
import { bibTeXHabits } from './bibTeXHabits';
import type { BibliographyFormat, EntryInsertion, NewEntry } from './bibliographyFormat';
import { insertInOrder } from './insertInOrder';
import { layOutBibTeX } from './layOutBibTeX';
import { lineBreak } from './lineBreak';

/** How many entries before the end of a file tell its habits. */
const telling = 30;

/** BibTeX and BibLaTeX. New entries stand behind the last one, before what JabRef and Emacs keep at the end. */
export const bibTeXBibliography: BibliographyFormat = {
  id: 'bibtex',
  outline(text) {
    const outline = new Outline(text);
    return {
      keys: outline.allKeys,
      validKey: bibTeXKey,
      insert: (entries, dialect) => outline.insert(entries, dialect),
    };
  },
};

class Outline {
  /** What keys name, further names of entries included. */
  readonly allKeys: string[] = [];
  readonly #text: string;
  readonly #eol: string;
  /** The keys of the entries that something can be put behind, and where those begin and end. */
  readonly #keys: string[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  /** The last of them. */
  readonly #recent: BibTeXEntry[] = [];
  /** Where something can be put in a file without entries. */
  #top: number | undefined;

  constructor(text: string) {
    this.#text = text;
    this.#eol = lineBreak(text);
    let broken = Infinity;
    const items = scanBibTeX(text, ({ code, offset }) => {
      // What stands behind it may be part of it to other readers.
      if (code === 'unclosed-entry') broken = Math.min(broken, offset);
    });
    for (const item of items) {
      if (item.kind === 'entry') {
        this.allKeys.push(item.key, ...furtherKeys(text, item));
        if (item.start < broken) this.#note(item);
      }
      const isData = item.kind === 'comment' && /^\s*jabref/iu.test(text.slice(item.content.start, item.content.end));
      if (isData || item.start >= broken) this.#top ??= item.start;
    }
  }

  insert(entries: readonly NewEntry[], dialect: BibTeXDialect | undefined): readonly EntryInsertion[] {
    const style = bibTeXHabits(this.#text, this.#recent, this.#eol);
    const options = this.#options(dialect);
    const write = ({ key, paper, written = bibTeXFields(paper, options) }: NewEntry): string =>
      layOutBibTeX(key, written, style);
    return insertInOrder(this.#keys, entries, write, (before, texts) => this.#place(before, texts));
  }

  #note(entry: BibTeXEntry): void {
    this.#keys.push(entry.key);
    this.#starts.push(entry.start);
    this.#ends.push(entry.end);
    this.#recent.push(entry);
    if (this.#recent.length > telling) this.#recent.shift();
  }

  #options(dialect: BibTeXDialect | undefined): { readonly dialect: BibTeXDialect; readonly ascii: boolean } {
    const own = dialectOf(this.#recent);
    const used = own ?? dialect ?? 'bibtex';
    return { dialect: used, ascii: used === 'bibtex' && !/[^\0-\x7f]/.test(this.#text) };
  }

  /** Puts entries behind so many others. */
  #place(before: number, entries: readonly string[]): EntryInsertion {
    const eol = this.#eol;
    const gap = this.#gap();
    const end = this.#ends[before - 1];
    if (end !== undefined) return { offset: this.#lineEnd(end), text: entries.map((entry) => gap + entry).join('') };
    const next = this.#starts[0] ?? this.#top;
    if (next !== undefined) return { offset: next, text: entries.map((entry) => entry + gap).join('') };
    const text = this.#text;
    const isEmpty = text.trim() === '';
    const blank = isEmpty ? '' : /\n[^\S\n]*$/u.test(text) ? eol : eol + eol;
    return {
      offset: isEmpty ? 0 : text.length,
      text: blank + entries.join(gap) + (isEmpty ? (text === '' ? eol : '') : /\n$/u.test(text) ? eol : ''),
    };
  }

  /** What stands between entries, white space all of it. */
  #gap(): string {
    const gaps = this.#ends
      .slice(-telling, -1)
      .map((end, index, { length }) => this.#text.slice(end, this.#starts[this.#starts.length - length + index]))
      .filter((gap) => /^\s+$/u.test(gap));
    return commonest(gaps) ?? this.#eol + this.#eol;
  }

  /** Behind the comma or the comment that belongs to an entry. */
  #lineEnd(end: number): number {
    const rest = /^[^\r\n]*/u.exec(this.#text.slice(end, end + 1_000))![0];
    return end + (/^[^\S\r\n]*,?[^\S\r\n]*(?:%.*)?$/u.test(rest) ? rest.trimEnd().length : 0);
  }
}

function furtherKeys(text: string, { fields }: BibTeXEntry): readonly string[] {
  const ids = fields.find(({ name }) => name === 'ids');
  return ids
    ? ids.pieces.flatMap(({ start, end }) =>
        text
          .slice(start, end)
          .split(',')
          .map((key) => key.trim()),
      )
    : [];
}

const onlyBibLaTeX =
  /^(?:journaltitle|date|eprinttype|eprintclass|location|maintitle|eventtitle|urldate|langid|shortjournal|@online|@thesis|@report|@collection|@mvbook|@dataset|@software)$/u;
const onlyBibTeX =
  /^(?:journal|year|archiveprefix|primaryclass|address|school|@phdthesis|@mastersthesis|@techreport|@conference)$/u;

/** Which of the two a file is written for, by what only one of them calls so. */
function dialectOf(entries: readonly BibTeXEntry[]): BibTeXDialect | undefined {
  const names = entries.flatMap(({ fields, type }) => [`@${type}`, ...fields.map(({ name }) => name)]);
  return commonest(
    names.flatMap((name) => (onlyBibLaTeX.test(name) ? 'biblatex' : onlyBibTeX.test(name) ? 'bibtex' : [])),
  );
}
