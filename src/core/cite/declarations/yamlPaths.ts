import { yamlItems } from '../../formats/yamlItems';
import type { DeclaredPath } from './declaringDocument';

/** The keys that lead to a setting; `*` is any key. */
export type YamlPlace = readonly string[];

// Enough for every configuration file that people write; broken YAML of this length takes a fifth of a second.
const longestYaml = 64 * 1024;

/** The texts that stand at some places of a YAML text: each place holds one, or a list or map of them. */
export function yamlPaths(text: string, places: readonly YamlPlace[]): readonly DeclaredPath[] {
  // Most front matter declares nothing, and need not be parsed to know it.
  if (!places.some((place) => text.includes(place.at(-1) ?? ''))) return [];
  return yamlItems(text.slice(0, longestYaml), 'whole').items.flatMap(({ value }) =>
    places.flatMap((place) =>
      valuesAt(value, place)
        .flatMap(texts)
        .map((path) => ({ path, offset: offsetOf(path, place.at(-1) ?? '', text) })),
    ),
  );
}

/** Where a text stands behind a key, as far as that can be told without reading YAML twice; else where the key stands. */
function offsetOf(path: string, key: string, text: string): number {
  const keys = Array.from(
    text.matchAll(new RegExp(`^[^\\S\\n]*(?:["']?)${key}(?:["']?)\\s*:`, 'gmu')),
    ({ index }) => index,
  );
  const behind = keys.map((start) => text.indexOf(path, start)).find((offset) => offset >= 0);
  return behind ?? keys[0] ?? 0;
}

function valuesAt(value: unknown, place: YamlPlace): readonly unknown[] {
  const [key, ...rest] = place;
  if (key === undefined) return [value];
  if (!isMap(value)) return [];
  if (key === '*') return Object.values(value).flatMap((one) => valuesAt(one, rest));
  return Object.hasOwn(value, key) ? valuesAt(value[key], rest) : [];
}

function texts(value: unknown): readonly string[] {
  const values = Array.isArray(value) ? (value as readonly unknown[]) : isMap(value) ? Object.values(value) : [value];
  return values.filter((one) => typeof one === 'string');
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
