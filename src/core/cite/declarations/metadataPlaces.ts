import type { YamlPlace } from './yamlPaths';

/**
 * Where Pandoc's and Quarto's metadata name bibliographies: at the top, under `metadata` (Pandoc's defaults files), or
 * for one output format alone (https://quarto.org/docs/output-formats/html-basics.html).
 */
export const metadataPlaces: readonly YamlPlace[] = [
  ['bibliography'],
  ['metadata', 'bibliography'],
  ['format', '*', 'bibliography'],
];
