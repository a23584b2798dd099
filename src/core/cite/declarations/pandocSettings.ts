import type { DeclaringDocument } from './declaringDocument';
import { metadataPlaces } from './metadataPlaces';
import { yamlPaths } from './yamlPaths';

/**
 * Pandoc's defaults and metadata files, where they have the names that its manual gives them: others may be called
 * anything (https://pandoc.org/MANUAL.html#defaults-files).
 */
export const pandocSettings: DeclaringDocument = {
  declared: (text) => yamlPaths(text, metadataPlaces),
};
