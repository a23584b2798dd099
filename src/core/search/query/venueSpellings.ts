// Names whose short form is not made of initials.
const irregular: readonly (readonly [RegExp, string])[] = [
  [/neural information processing systems/i, 'NeurIPS NIPS'],
  [/knowledge discovery and data mining/i, 'KDD'],
  [/machine learning and systems/i, 'MLSys'],
  [/\barxiv\b/i, 'CoRR'],
];

const shortestAcronym = 3;
const longestVenue = 300;

/**
 * A venue's name, and what it is called for short: `Proceedings of the International Conference on Machine Learning`
 * gives `PICML`, `ICML` and `CML` too.
 */
export function venueSpellings(venue: string): string {
  const name = venue.slice(0, longestVenue);
  const initials = Array.from(name.matchAll(/(?<![\p{L}\p{N}])\p{Lu}(?=\p{Ll})/gu), ([initial]) => initial).join('');
  const acronyms = Array.from({ length: Math.max(0, initials.length - shortestAcronym + 1) }, (_, i) =>
    initials.slice(i),
  );
  const others = irregular.filter(([pattern]) => pattern.test(name)).map(([, short]) => short);
  return [venue, ...others, ...acronyms].join(' · ');
}
