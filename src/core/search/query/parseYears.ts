/** A span of years, both ends included. */
export interface Years {
  readonly from: number;
  readonly to: number;
}

const earliest = 0;
const latest = 9999;

const span = /^(\d{4})?(\.\.|-|–|—)(\d{4})?$/;
const comparison = /^([<>])(=?)(\d{4})$/;

/**
 * Years as people write them: `2022`, `2022..2024`, `2022..`, `..2024`, `2022-2024`, `>2020`, `>=2020`, `<2020`,
 * `<=2020`.
 * @returns nothing for anything else
 */
export function parseYears(text: string): Years | undefined {
  if (/^\d{4}$/.test(text)) return { from: Number(text), to: Number(text) };
  const compared = comparison.exec(text);
  if (compared) {
    const year = Number(compared[3]);
    const open = compared[2] === '' ? 1 : 0;
    return compared[1] === '>' ? { from: year + open, to: latest } : { from: earliest, to: year - open };
  }
  const [, from, , to] = span.exec(text) ?? [];
  if (from === undefined && to === undefined) return undefined;
  const [first, last] = [from ? Number(from) : earliest, to ? Number(to) : latest];
  return first <= last ? { from: first, to: last } : { from: last, to: first };
}
