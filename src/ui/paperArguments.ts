import type { PaperId } from '../core/paper';

/** The papers that a command was called with, and by whom. */
export type PaperArguments =
  /** A row of the tree, or several: a person is there to be told. */
  | { readonly kind: 'rows'; readonly ids: readonly PaperId[] }
  /** `{ ids }` or an id: code, that must never be asked anything. `ids` is empty where it named none properly. */
  | { readonly kind: 'code'; readonly ids: readonly PaperId[] }
  | { readonly kind: 'none' };

/** Reads the arguments of a command about papers; whatever else VS Code hands to commands counts as none. */
export function paperArguments(parameters: readonly unknown[]): PaperArguments {
  const [first, second] = parameters;
  if (typeof first === 'string') return { kind: 'code', ids: first === '' ? [] : [first] };
  // VS Code hands a menu the row it was opened on, then all that are selected.
  const rows = Array.isArray(second) && second.some(isRow) ? second : Array.isArray(first) ? first : [first];
  if (rows.some(isRow)) return { kind: 'rows', ids: [...new Set(rows.filter(isRow).flatMap(idsOfRow))] };
  if (!isObject(first) || !('ids' in first)) return { kind: 'none' };
  return { kind: 'code', ids: isIds(first.ids) ? [...new Set(first.ids)] : [] };
}

/** The ids a command was called with, whoever called; empty without any. */
export function paperIdsFrom(parameters: readonly unknown[]): readonly PaperId[] {
  const given = paperArguments(parameters);
  return given.kind === 'none' ? [] : given.ids;
}

type Row =
  { readonly kind: 'paper'; readonly id: PaperId } | { readonly kind: 'group'; readonly ids: readonly PaperId[] };

function isRow(value: unknown): value is Row {
  if (!isObject(value)) return false;
  return (value.kind === 'paper' && typeof value.id === 'string') || (value.kind === 'group' && isIds(value.ids));
}

function idsOfRow(row: Row): readonly PaperId[] {
  return row.kind === 'paper' ? [row.id] : row.ids;
}

/** Whether a value is a list of paper ids. */
export function isIds(value: unknown): value is readonly PaperId[] {
  return Array.isArray(value) && value.every((id) => typeof id === 'string' && id !== '');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
