import { frontMatterOf, type MetadataBlock, metadataBlocks } from '../metadataBlocks';
import type { DeclaredPath, DeclaringDocument } from './declaringDocument';
import { metadataPlaces } from './metadataPlaces';
import { yamlPaths } from './yamlPaths';

const longestMetadata = 64 * 1024;

/**
 * Pandoc Markdown, Quarto, R Markdown, bookdown and MyST: `bibliography: [a.bib, b.json]` in the front matter, between
 * `---` in the first line with text and `---` or `...`, or in a metadata block further down. Of several blocks the last
 * that declares any wins (https://pandoc.org/MANUAL.html#extension-yaml_metadata_block).
 */
export const markdown: DeclaringDocument = {
  declared(text) {
    const blocks = metadataBlocks(text);
    const frontMatter = frontMatterOf(text);
    const candidates = [...(frontMatter ? [frontMatter] : []), ...blocks].filter(({ start, end }) =>
      text.slice(start, end).includes('bibliography'),
    );
    let left = longestMetadata;
    for (const block of candidates.reverse()) {
      left -= block.end - block.start;
      if (left < 0) break;
      const paths = pathsIn(text, block);
      if (paths.length > 0) return paths;
    }
    return [];
  },
};

function pathsIn(text: string, { start, end }: MetadataBlock): readonly DeclaredPath[] {
  return yamlPaths(text.slice(start, end), metadataPlaces).map(({ path, offset }) => ({
    path,
    offset: start + offset,
  }));
}
