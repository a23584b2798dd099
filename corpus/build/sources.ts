import type { Author, PaperType } from '../../src/core/paper';

/** What `source/metadata.json` says of one paper. */
export interface Metadata {
  readonly title: string;
  readonly authors: readonly Required<Author>[];
  readonly arxiv: string;
  /** Year and month of the first submission: `2022-05`. */
  readonly submitted: string;
  readonly category: string | null;
  readonly type: PaperType;
  readonly venue: string | null;
  readonly venueYear: number | null;
  readonly doi: string | null;
  readonly code: string | null;
}

/** A place of the page's text that no rule can mend. */
export interface Correction {
  readonly arxiv: string;
  readonly field: 'title' | 'abstract';
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

const types: readonly unknown[] = ['article', 'article-journal', 'paper-conference', 'thesis'] satisfies PaperType[];

/** Reads `source/metadata.json`. Throws on the first record that is not as it should be. */
export function readMetadata(json: string): Metadata[] {
  return list(json).map((value, at) => {
    if (!isMetadata(value)) throw new Error(`Record ${at + 1} of metadata.json is not as it should be.`);
    return value;
  });
}

/** Reads `corrections.json`. Throws on the first one that is not as it should be. */
export function readCorrections(json: string): Correction[] {
  return list(json).map((value, at) => {
    if (!isCorrection(value)) throw new Error(`Correction ${at + 1} of corrections.json is not as it should be.`);
    return value;
  });
}

function list(json: string): readonly unknown[] {
  const value: unknown = JSON.parse(json);
  if (!Array.isArray(value)) throw new Error('The file holds no list.');
  return value;
}

function isMetadata(value: unknown): value is Metadata {
  return (
    isObject(value) &&
    isFilled(value['title']) &&
    isFilled(value['arxiv']) &&
    Array.isArray(value['authors']) &&
    value['authors'].length > 0 &&
    value['authors'].every((one) => isObject(one) && isFilled(one['given']) && isFilled(one['family'])) &&
    /^\d{4}-(?:0[1-9]|1[0-2])$/.test(String(value['submitted'])) &&
    types.includes(value['type']) &&
    (value['venueYear'] === null || Number.isInteger(value['venueYear'])) &&
    ['category', 'venue', 'doi', 'code'].every((name) => value[name] === null || isFilled(value[name]))
  );
}

function isCorrection(value: unknown): value is Correction {
  return (
    isObject(value) &&
    ['arxiv', 'from', 'to', 'reason'].every((name) => isFilled(value[name])) &&
    (value['field'] === 'title' || value['field'] === 'abstract')
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
