import { anyCase } from '../../anyCase';

/**
 * What the documents and configuration files that declare bibliographies are called, in any letter case, with `*` for
 * any characters. Apart from what reads them, so that whoever looks for files need not load their parsers.
 */
const fileNames = {
  latex: ['*.tex', '*.ltx', '*.latex', '*.rnw', '*.snw', '*.rtex', '*.sty', '*.cls'],
  markdown: ['*.md', '*.markdown', '*.qmd', '*.rmd', '*.rmarkdown'],
  quartoSettings: ['_quarto.yml', '_quarto.yaml', '_quarto-*.yml', '_quarto-*.yaml', '_metadata.yml', '_metadata.yaml'],
  pandocSettings: ['defaults.yaml', 'defaults.yml', 'metadata.yaml', 'metadata.yml', 'pandoc.yaml', 'pandoc.yml'],
  myst: ['myst.yml'],
  jupyterBook: ['_config.yml'],
  sphinx: ['conf.py'],
  restructuredText: ['*.rst'],
  typst: ['*.typ'],
  asciidoc: ['*.adoc', '*.asciidoc'],
  org: ['*.org'],
} as const satisfies Record<string, readonly string[]>;

/** The kinds of such files. */
export type DeclaringDocumentKind = keyof typeof fileNames;

const kinds = Object.keys(fileNames) as DeclaringDocumentKind[];

/** The glob of all files in a folder that have a kind, for `findFiles` and watchers. */
export const declaringDocumentGlob = `**/{${kinds.flatMap((kind) => fileNames[kind].map(anyCase)).join(',')}}`;

const patterns = kinds.map((kind) => {
  const names = fileNames[kind].map((name) => name.replaceAll('.', '\\.').replaceAll('*', '[^/]*'));
  return new RegExp(`/(?:${names.join('|')})$`, 'iu');
});

/** Which kind a file is of by its name: `paper.tex`, `_quarto.yml`, `docs/conf.py`; `undefined` if it declares nothing. */
export function declaringDocumentKind(path: string): DeclaringDocumentKind | undefined {
  return kinds[patterns.findIndex((pattern) => pattern.test(`/${path}`))];
}
