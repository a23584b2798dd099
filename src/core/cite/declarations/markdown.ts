import type { DeclaringDocument } from './declaringDocument';
import { metadataBlocks } from './metadataBlocks';
import { metadataPlaces } from './metadataPlaces';
import { yamlPaths } from './yamlPaths';

/**
 * Pandoc Markdown, Quarto, R Markdown, bookdown and MyST: `bibliography: [a.bib, b.json]` in the front matter. Of several
 * blocks of metadata, Pandoc goes by the last that has it.
 */
export const markdown: DeclaringDocument = {
  declared(text) {
    const declared = metadataBlocks(text)
      .filter(({ start, end }) => text.slice(start, end).includes('bibliography'))
      .map(({ start, end }) =>
        yamlPaths(text.slice(start, end), metadataPlaces).map(({ path, offset }) => ({ path, offset: start + offset })),
      );
    return declared.findLast((paths) => paths.length > 0) ?? [];
  },
};
