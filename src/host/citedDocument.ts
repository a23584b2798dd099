import { EndOfLine, type TextDocument } from 'vscode';
import type { CitedDocument } from '../core/cite/citationFormat';
import { formatSetFor } from './citationFormatSetting';

/** A document of VS Code as the core cites in it. */
export function citedDocument(document: TextDocument): CitedDocument {
  const format = formatSetFor(document);
  return {
    text: document.getText(),
    languageId: document.languageId,
    path: document.uri.path,
    eol: document.eol === EndOfLine.CRLF ? '\r\n' : '\n',
    ...(format !== undefined && { format }),
  };
}
