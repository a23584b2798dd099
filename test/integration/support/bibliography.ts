/** A BibTeX file with an entry for each key, whose title is made of it. */
export function bibliography(...keys: readonly string[]): string {
  return keys.map((key) => bibEntry(key)).join('\n');
}

/** One entry; each further field is written as it is given. */
export function bibEntry(key: string, fields: Readonly<Record<string, string>> = {}): string {
  const all = { title: `A paper on ${key}`, author: `${key}, Ada`, year: '2020', journal: 'Tests', ...fields };
  const lines = Object.entries(all).map(([name, value]) => `  ${name} = {${value}},`);
  return `@article{${key},\n${lines.join('\n')}\n}\n`;
}
