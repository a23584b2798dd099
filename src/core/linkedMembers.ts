import type { LibraryCluster, LibraryMember } from './libraryMember';
import type { PaperId } from './paper';
import type { PaperIdentity } from './paperIdentity';

/** What members may be tied by; no rule ties members that share none of these. */
const linkNames = ['doi', 'arxiv', 'title'] as const satisfies readonly (keyof PaperIdentity)[];
type Links = Readonly<Record<(typeof linkNames)[number], Map<string, LibraryMember[]>>>;

/** All records by what may tie them to others. */
export class LinkedMembers {
  readonly #links: Links = { doi: new Map(), arxiv: new Map(), title: new Map() };

  add(members: readonly LibraryMember[]): void {
    for (const member of members) {
      for (const link of linkNames) {
        const value = member.identity[link];
        if (!value) continue;
        const others = this.#links[link].get(value);
        if (others) others.push(member);
        else this.#links[link].set(value, [member]);
      }
    }
  }

  /** @returns those that stay and had a link to one of them */
  remove(members: readonly LibraryMember[]): readonly LibraryMember[] {
    const gone = new Set(members);
    const bereft: LibraryMember[] = [];
    for (const link of linkNames) {
      const values = new Set(members.map(({ identity }) => identity[link]));
      for (const value of values) {
        if (!value) continue;
        const stay = this.#links[link].get(value)?.filter((member) => !gone.has(member)) ?? [];
        for (const member of stay) bereft.push(member);
        if (stay.length > 0) this.#links[link].set(value, stay);
        else this.#links[link].delete(value);
      }
    }
    return bereft;
  }

  /** Each of the given with all that links lead to, directly or through others, in one list. */
  connected(seeds: readonly LibraryMember[]): readonly (readonly LibraryMember[])[] {
    const seen = new Set<LibraryMember>();
    const followed = { doi: new Set<string>(), arxiv: new Set<string>(), title: new Set<string>() };
    const lists: LibraryMember[][] = [];
    for (const seed of seeds) {
      if (seen.has(seed)) continue;
      seen.add(seed);
      const list = [seed];
      for (const member of list) {
        for (const link of linkNames) {
          const value = member.identity[link];
          if (!value || followed[link].has(value)) continue;
          followed[link].add(value);
          for (const other of this.#links[link].get(value) ?? []) {
            if (seen.has(other)) continue;
            seen.add(other);
            list.push(other);
          }
        }
      }
      lists.push(list);
    }
    return lists;
  }

  /** The paper that has an identifier, be it not the one it is known by; of several that of the first DOI. */
  identified(id: PaperId): LibraryCluster | undefined {
    const [, scheme, value] = /^(doi|arxiv):(.*)$/s.exec(id) ?? [];
    if (value === undefined) return undefined;
    const clusters = this.#links[scheme as 'doi' | 'arxiv'].get(value)?.map(({ cluster }) => cluster!) ?? [];
    return clusters.reduce<LibraryCluster | undefined>(
      (first, cluster) => (first && (first.paper.doi ?? '') <= (cluster.paper.doi ?? '') ? first : cluster),
      undefined,
    );
  }
}
