import { l10n } from 'vscode';

/** What people call a citation format, by its id. */
export function citationFormatName(id: string): string {
  switch (id) {
    case 'latex':
      return 'LaTeX';
    case 'pandoc':
      return 'Pandoc Markdown';
    case 'myst':
      return 'MyST Markdown';
    case 'restructuredtext':
      return 'reStructuredText';
    case 'typst':
      return 'Typst';
    case 'asciidoc':
      return 'AsciiDoc';
    case 'org':
      return 'Org';
    case 'link':
      return l10n.t('Markdown links');
    default:
      return l10n.t('Comments');
  }
}
