import type { DeclaringDocument } from './declaringDocument';
import { yamlPaths } from './yamlPaths';

/** MyST and Jupyter Book 2: `bibliography` under `project` (https://mystmd.org/guide/frontmatter). */
export const myst: DeclaringDocument = {
  declared: (text) => yamlPaths(text, [['project', 'bibliography']]),
};
