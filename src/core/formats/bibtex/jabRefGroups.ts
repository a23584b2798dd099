/**
 * The groups that JabRef kept in a comment rather than in the entries, until version 3.8: citation keys and the groups
 * they are in. The comment is a list of `depth ExplicitGroup:name\;context\;key\;key\;;` whose lines end anywhere.
 * @param content what stands in the braces of `@comment{…}`
 */
export function jabRefGroups(content: string): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = new Map<string, Set<string>>();
  const [, tree] = /^\s*jabref-meta:\s*(?:groupstree|grouping):([^]*)$/iu.exec(content) ?? [];
  for (const group of tree?.replace(/[\r\n]+/gu, '').match(/(?:\\[^]|[^\\;])+/gu) ?? []) {
    const [, written] = /^\s*\d+ ExplicitGroup:(.*)$/su.exec(group) ?? [];
    if (written === undefined) continue;
    const [name = '', , ...keys] = written.split(/(?<!\\)\\;/u).map((part) => part.replace(/\\+(?=[;\\])/gu, ''));
    for (const key of keys) {
      if (key !== '') groups.set(key, (groups.get(key) ?? new Set()).add(name));
    }
  }
  return groups;
}
