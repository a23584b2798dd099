import { readCslItem } from './cslItem';
import type { LibraryFormat } from './libraryFormat';
import { looksLikeCsl } from './looksLikeCsl';
import { pandocText } from './pandocText';
import { readRecords } from './readRecords';
import { yamlItems } from './yamlItems';

/**
 * CSL items as YAML, the way pandoc reads and writes them: under `references`, or a plain list; fields hold pandoc's
 * Markdown, dates are EDTF, maps of `year` and `month`, or CSL's date parts (pandoc.org/MANUAL.html, “Specifying
 * bibliographic data”).
 */
export const cslYaml: LibraryFormat = {
  id: 'csl-yaml',

  detect(path, head) {
    if (!/\.ya?ml$/iu.test(path)) return false;
    return (
      listBeginning.test(head) &&
      yamlItems(head, 'list')
        .items.slice(0, 3)
        .some(({ value }) => looksLikeCsl(value))
    );
  },

  parse(text) {
    const { items, problems } = yamlItems(text, 'list');
    return readRecords(items, (item) => readCslItem(item, pandocText), problems);
  },
};

// Saves parsing what can be no list of items.
const listBeginning = /^(?:references\s*:|["']?-\s|\s*-\s|\[)/mu;
