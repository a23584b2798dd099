import { assignCitationKeys } from './citationKey';
import { paperId } from './identifiers';
import type { LibraryMember, SourceMembers } from './libraryMember';
import type { PaperRecord } from './paper';
import { comparable, paperIdentity } from './paperIdentity';
import { sameValue } from './sameValue';

/** What new records change in a source. */
export interface SourceChange {
  /** All that the source holds from now on, by name and in the order of the records. */
  readonly members: ReadonlyMap<string, LibraryMember>;
  readonly added: readonly LibraryMember[];
  readonly removed: readonly LibraryMember[];
  /** Members that are as they were, but come before some that they came after. */
  readonly moved: readonly LibraryMember[];
}

/** Compares what a source held with what it holds; members whose record and key are the same are kept. */
export function sourceChange(source: SourceMembers, records: readonly PaperRecord[]): SourceChange {
  return changeInPlace(source, records) ?? changeOfAll(source, records);
}

/** The change where entries have changed, but not their keys nor their places: somebody types, and all else may stay. */
function changeInPlace(source: SourceMembers, records: readonly PaperRecord[]): SourceChange | undefined {
  if (source.members.size !== records.length) return undefined;
  const removed: LibraryMember[] = [];
  for (const [position, member] of [...source.members.values()].entries()) {
    const record = records[position]!;
    if (sameValue(member.record, record)) continue;
    if (!record.key || record.key !== member.record.key) return undefined;
    removed.push(member);
  }
  const added = removed.map(({ name, key, position }) => {
    const record = records[position]!;
    return { source, name, key, record, identity: paperIdentity(record), position };
  });
  const members = new Map(source.members);
  for (const member of added) members.set(member.name, member);
  return { members, added, removed, moved: [] };
}

function changeOfAll(source: SourceMembers, records: readonly PaperRecord[]): SourceChange {
  const names = memberNames(records);
  const made = madeKeys(source.uri, records, names);
  const members = new Map<string, LibraryMember>();
  const added: LibraryMember[] = [];
  const moved: LibraryMember[] = [];
  let last = -1;
  records.forEach((record, position) => {
    const name = names[position]!;
    const key = record.key || made.get(name)!;
    const known = source.members.get(name);
    if (known?.key === key && sameValue(known.record, record)) {
      if (known.position < last) moved.push(known);
      last = Math.max(last, known.position);
      known.position = position;
      members.set(name, known);
    } else {
      const member = { source, name, key, record, identity: paperIdentity(record), position };
      added.push(member);
      members.set(name, member);
    }
  });
  const removed = [...source.members.values()].filter((member) => members.get(member.name) !== member);
  return { members, added, removed, moved };
}

/**
 * A name for each record: its key; where it has none, one made from title and first author, so that it stays when
 * others come before it. A name that an earlier record has gets a number.
 */
function memberNames(records: readonly PaperRecord[]): readonly string[] {
  const bare = records.map((record) => record.key || nameOf(record));
  const taken = new Set<string>();
  const doubled: number[] = [];
  bare.forEach((name, position) => {
    if (taken.has(name)) doubled.push(position);
    else taken.add(name);
  });
  const numbers = new Map<string, number>();
  for (const position of doubled) {
    const name = bare[position]!;
    let unique = name;
    for (let number = numbers.get(name) ?? 2; taken.has(unique); number++) {
      unique = `${name}~${number}`;
      numbers.set(name, number);
    }
    taken.add(unique);
    bare[position] = unique;
  }
  return bare;
}

function nameOf({ title, authors }: PaperRecord): string {
  return `~${hash(`${comparable(title)} ${comparable(authors[0]?.family ?? '')}`)}`;
}

/** Keys for the records that have none, by name. */
function madeKeys(uri: string, records: readonly PaperRecord[], names: readonly string[]): ReadonlyMap<string, string> {
  const unkeyed = [...records.entries()]
    .filter(([, { key }]) => !key)
    .map(([position, record]) => {
      const name = names[position]!;
      return { ...record, id: paperId(record, `${uri}#${name}`), name };
    });
  if (unkeyed.length === 0) return new Map();
  const given = new Set(records.map(({ key }) => key));
  const keys = assignCitationKeys(unkeyed);
  return new Map(
    unkeyed.map(({ id, name }) => {
      let key = keys.get(id)!;
      while (given.has(key)) key += 'x';
      return [name, key];
    }),
  );
}

/** FNV-1a, 32 bits: names need to differ within one file only, where equal ones are told apart by number. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(36);
}
