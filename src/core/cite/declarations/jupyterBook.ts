import type { DeclaringDocument } from './declaringDocument';
import { yamlPaths } from './yamlPaths';

/** Jupyter Book 1: `bibtex_bibfiles` of its own or handed to Sphinx (https://jupyterbook.org/v1/customize/config.html). */
export const jupyterBook: DeclaringDocument = {
  declared: (text) => yamlPaths(text, [['bibtex_bibfiles'], ['sphinx', 'config', 'bibtex_bibfiles']]),
};
