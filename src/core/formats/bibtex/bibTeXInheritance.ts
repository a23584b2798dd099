import type { ExpansionBudget } from './expansionBudget';

/** An entry with its values written out. */
export interface ExpandedEntry {
  /** In lower case. */
  readonly type: string;
  readonly key: string;
  /** By names in lower case. */
  readonly fields: ReadonlyMap<string, string>;
  /** Where problems with it are shown: at its key, or at its beginning. */
  readonly offset: number;
}

/** An entry refers to one that the file does not hold. */
export interface UnknownTarget {
  readonly entry: ExpandedEntry;
  readonly field: 'crossref' | 'xdata';
  readonly target: string;
}

// What a field of the parent is called in the child (the biblatex manual, appendix B, “Default Inheritance Setup”).
const renamed: readonly {
  readonly parents: readonly string[];
  readonly children: readonly string[];
  readonly names: Readonly<Record<string, string>>;
}[] = [
  {
    parents: ['mvbook', 'mvcollection', 'mvreference', 'mvproceedings'],
    children: [
      ...['book', 'inbook', 'bookinbook', 'suppbook', 'collection', 'reference', 'proceedings'],
      ...['incollection', 'inreference', 'suppcollection', 'inproceedings', 'conference'],
    ],
    names: { title: 'maintitle', subtitle: 'mainsubtitle', titleaddon: 'maintitleaddon' },
  },
  {
    parents: ['book', 'collection', 'reference', 'proceedings'],
    children: [
      ...['inbook', 'bookinbook', 'suppbook', 'incollection', 'inreference', 'suppcollection'],
      ...['inproceedings', 'conference'],
    ],
    names: { title: 'booktitle', subtitle: 'booksubtitle', titleaddon: 'booktitleaddon' },
  },
  {
    parents: ['periodical'],
    children: ['article', 'suppperiodical'],
    names: { title: 'journaltitle', subtitle: 'journalsubtitle' },
  },
];

// What no child has of its parent: the fields that the biblatex manual names there, and, unlike in biber, whatever
// tells which work it is or is about. A paper is not its proceedings.
const ownToParent = new Set(
  (
    'ids crossref xref xdata entryset entrysubtype execute label options presort related relatedoptions relatedstring ' +
    'relatedtype shorthand shorthandintro sortkey shorttitle sorttitle indextitle indexsorttitle ' +
    'doi url urldate eprint eprinttype eprintclass archiveprefix primaryclass arxivid file abstract keywords keyword ' +
    'groups note annote annotation'
  ).split(' '),
);

/**
 * Entries with what they inherit: from the one that `crossref` names, under biber's names, and whatever the ones that
 * `xdata` names hold. An entry's own fields stay. Entries that inherit from each other in a circle end it where it
 * closes.
 */
export class BibTeXInheritance {
  readonly #entries = new Map<string, ExpandedEntry>();
  readonly #budget: ExpansionBudget;
  readonly #complete = new Map<ExpandedEntry, ReadonlyMap<string, string>>();
  readonly unknown: UnknownTarget[] = [];

  constructor(entries: readonly ExpandedEntry[], budget: ExpansionBudget) {
    this.#budget = budget;
    // Keys before aliases, and first ones before later ones.
    for (const expanded of entries) this.#know(expanded.key, expanded);
    for (const expanded of entries) {
      for (const alias of listed(expanded.fields.get('ids'))) this.#know(alias, expanded);
    }
  }

  /** All fields of an entry, its own and inherited ones. */
  fields(expanded: ExpandedEntry): ReadonlyMap<string, string> {
    const pending = [expanded];
    const entered = new Set<ExpandedEntry>();
    // Without recursion, since chains may be as long as the file.
    for (let current = pending.at(-1); current; current = pending.at(-1)) {
      if (!this.#complete.has(current)) {
        const targets = this.#targets(current);
        if (!entered.has(current)) {
          entered.add(current);
          const open = targets.filter(({ from }) => !this.#complete.has(from) && !entered.has(from));
          for (const { from } of open) pending.push(from);
          if (open.length > 0) continue;
        }
        this.#complete.set(current, this.#inherited(current, targets));
      }
      pending.pop();
    }
    return this.#complete.get(expanded) ?? expanded.fields;
  }

  #know(key: string, expanded: ExpandedEntry): void {
    if (key !== '' && !this.#entries.has(key)) this.#entries.set(key, expanded);
  }

  #targets(entry: ExpandedEntry): { readonly from: ExpandedEntry; readonly whole: boolean }[] {
    const targets = new Map<ExpandedEntry, { readonly from: ExpandedEntry; readonly whole: boolean }>();
    for (const name of ['xdata', 'crossref'] as const) {
      const value = entry.fields.get(name);
      if (value === undefined) continue;
      for (const target of name === 'xdata' ? listed(value) : [value.trim()]) {
        const from = this.#entries.get(target);
        if (from && from !== entry && !targets.has(from)) targets.set(from, { from, whole: name === 'xdata' });
      }
    }
    return [...targets.values()];
  }

  #inherited(
    entry: ExpandedEntry,
    targets: readonly { readonly from: ExpandedEntry; readonly whole: boolean }[],
  ): ReadonlyMap<string, string> {
    this.#report(entry);
    if (targets.length === 0) return entry.fields;
    const all = new Map(entry.fields);
    for (const { from, whole } of targets) {
      const names = whole ? sameNames : childNames(from.type, entry.type);
      for (const [name, value] of this.#complete.get(from) ?? from.fields) {
        if (!this.#budget.spend(1)) return all;
        if (whole ? name === 'ids' || name === 'xdata' : ownToParent.has(name)) continue;
        const own = names.get(name) ?? name;
        if (!all.has(own) && this.#budget.spend(value.length)) all.set(own, value);
      }
    }
    return all;
  }

  #report(entry: ExpandedEntry): void {
    for (const field of ['crossref', 'xdata'] as const) {
      for (const target of field === 'xdata'
        ? listed(entry.fields.get(field))
        : [entry.fields.get(field)?.trim() ?? '']) {
        if (target !== '' && !this.#entries.has(target)) this.unknown.push({ entry, field, target });
      }
    }
  }
}

const sameNames: ReadonlyMap<string, string> = new Map();

function childNames(parent: string, child: string): ReadonlyMap<string, string> {
  const rules = renamed.filter(({ parents, children }) => parents.includes(parent) && children.includes(child));
  return new Map(rules.flatMap(({ names }) => Object.entries(names)));
}

function listed(value = ''): string[] {
  return value
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
