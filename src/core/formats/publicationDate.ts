/** As precise as the source is. */
export interface PublicationDate {
  readonly year?: number;
  /** 1 to 12. */
  readonly month?: number;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Reads a date as bibliographies write it: ISO 8601 and EDTF level 1 (`2017`, `2017-06`, `2017-06-12T…`, `~2017?`, a
 * range's beginning: loc.gov/standards/datetime), RIS's slashes (`2017/06/12/`), or words (`12 June 2017`).
 * @returns without year where there is none between 0 and 9999
 */
export function publicationDate(text: string): PublicationDate {
  const trimmed = text
    .slice(0, 100)
    .trim()
    .replace(/^[~?%[{"'(\s]+/u, '');
  const numbers = /^(\d{4})(?:[-/.](\d{1,2}))?(?![\d])/u.exec(trimmed);
  if (numbers) return dateOf(numbers[1], numbers[2] ?? monthNumber(trimmed));
  const year = /(?<![\d-])\d{4}(?!\d)/u.exec(trimmed)?.[0];
  return year === undefined ? {} : dateOf(year, monthNumber(trimmed));
}

/** A date from its parts, numbers or text; what is no year or no month is left out. */
export function dateOf(year: unknown, month?: unknown): PublicationDate {
  const wholeYear = whole(year, 0, 9999);
  if (wholeYear === undefined) return {};
  const wholeMonth = whole(month, 1, 12) ?? (typeof month === 'string' ? monthNumber(month) : undefined);
  return { year: wholeYear, ...(wholeMonth !== undefined && { month: wholeMonth }) };
}

function whole(value: unknown, least: number, most: number): number | undefined {
  const number = typeof value === 'string' && /^\s*\d{1,4}\s*$/u.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= least && number <= most
    ? number
    : undefined;
}

function monthNumber(text: string): number | undefined {
  const name = /(?<!\p{L})(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*/iu.exec(text)?.[1];
  return name === undefined ? undefined : months.indexOf(name.toLowerCase()) + 1;
}
