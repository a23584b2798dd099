/** Whether two values of plain data, as JSON has it, say the same. A field that is `undefined` is as good as none. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one)) return Array.isArray(other) && sameList(one, other);
  return !Array.isArray(other) && sameFields(one as Fields, other as Fields);
}

type Fields = Readonly<Record<string, unknown>>;

function sameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (!sameValue(one[at], other[at])) return false;
  return true;
}

// `for … in`, since this compares whole files at every change: lists of keys would take three times as long.
function sameFields(one: Fields, other: Fields): boolean {
  for (const field in one) if (!sameValue(one[field], other[field])) return false;
  for (const field in other) if (!(field in one) && other[field] !== undefined) return false;
  return true;
}
