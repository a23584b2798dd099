import { writeHayagriva } from '../../formats/writeHayagriva';
import { yamlBibliography } from './yamlBibliography';

/** Hayagriva, the bibliographies of Typst: a map from keys to entries. */
export const hayagrivaBibliography = yamlBibliography({ id: 'hayagriva', shape: 'map', write: writeHayagriva });
