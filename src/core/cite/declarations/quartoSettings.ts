import type { DeclaringDocument } from './declaringDocument';
import { metadataPlaces } from './metadataPlaces';
import { yamlPaths } from './yamlPaths';

/** Quarto's settings of a project, of one of its profiles, and of a folder: `bibliography: references.bib`. */
export const quartoSettings: DeclaringDocument = {
  declared: (text) => yamlPaths(text, metadataPlaces),
};
