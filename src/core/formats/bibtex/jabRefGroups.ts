/**
 * The groups that JabRef keeps in a comment rather than in the entries (groupsversion 3, until JabRef 3.8): which
 * groups a citation key is in. The comment is a list of `depth Type:name\;…\;key\;key\;;` in lines cut anywhere.
 * @param content what stands in the braces of `@comment{…}`
 */
export function jabRefGroups(content: string): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  const [, tree] = /^\s*jabref-meta:\s*(?:groupstree|grouping):([^]*)$/iu.exec(content) ?? [];
  if (tree === undefined) return groups;
  for (const line of tree.replace(/[\r\n]+/gu, '').match(/(?:\\[^]|[^\\;])+/gu) ?? []) {
    const [, written] = /^\s*\d+ ExplicitGroup:(.*)$/su.exec(line) ?? [];
    if (written === undefined) continue;
    const [name = '', , ...keys] = (written.match(/(?:\\\\\\;|\\[^;]|[^\\])+|\\;/gu) ?? [])
      .filter((part) => part !== '\\;')
      .map((part) => part.replace(/\\+(?=[;\\])/gu, ''));
    for (const key of keys) {
      const known = groups.get(key);
      if (!known) groups.set(key, [name]);
      else if (!known.includes(name)) known.push(name);
    }
  }
  return groups;
}
