import type { DeclaringDocument } from './declaringDocument';
import { metadataPlaces } from './metadataPlaces';
import { yamlPaths } from './yamlPaths';

const longestFrontMatter = 64 * 1024;

/**
 * Pandoc Markdown, Quarto, R Markdown, bookdown and MyST: `bibliography: [a.bib, b.json]` in the front matter, between
 * `---` in the first line with text and `---` or `...` (https://pandoc.org/MANUAL.html#extension-yaml_metadata_block).
 */
export const markdown: DeclaringDocument = {
  declared(text) {
    const opening = /^(?:[ \t]*\n)*---[ \t]*\n/u.exec(text.slice(0, longestFrontMatter));
    if (!opening) return [];
    const rest = text.slice(opening[0].length, longestFrontMatter);
    const closing = /^(?:---|\.\.\.)[ \t]*$/mu.exec(rest);
    if (!closing) return [];
    const start = opening[0].length;
    return yamlPaths(rest.slice(0, closing.index), metadataPlaces).map(({ path, offset }) => ({
      path,
      offset: start + offset,
    }));
  },
};
