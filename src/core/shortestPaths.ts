/**
 * As little of each path's end as tells it apart from the others: of `/a/own.bib`, `/b/own.bib` and `/c.bib`
 * `a/own.bib`, `b/own.bib` and `c.bib`. Equal paths stay equal.
 * @param paths with `/`
 */
export function shortestPaths(paths: readonly string[]): readonly string[] {
  const byTail = new Map<string, Set<string>>();
  for (const path of new Set(paths)) {
    for (const tail of tails(path)) {
      const same = byTail.get(tail);
      if (same) same.add(path);
      else byTail.set(tail, new Set([path]));
    }
  }
  return paths.map((path) => [...tails(path)].find((tail) => byTail.get(tail)!.size === 1) ?? path);
}

/** `c`, `b/c`, `/a/b/c` */
function* tails(path: string): Iterable<string> {
  const segments = path.replace(/\/+$/u, '').split('/');
  for (let from = segments.length - 1; from > 0; from--) if (segments[from]) yield segments.slice(from).join('/');
  yield path;
}
