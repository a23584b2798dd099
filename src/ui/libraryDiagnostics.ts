import { Diagnostic, DiagnosticSeverity, Disposable, languages, Position, Range, Uri } from 'vscode';
import type { Problem } from '../core/problem';
import type { LibraryClient } from '../host/libraryClient';

/** Shows what is wrong in library files where it is, and in the Problems view. */
export function registerLibraryDiagnostics(
  library: Pick<LibraryClient, 'onDidChangeProblems' | 'problems'>,
): Disposable {
  const collection = languages.createDiagnosticCollection('paperside');
  return Disposable.from(
    collection,
    library.onDidChangeProblems((uri) => collection.set(Uri.parse(uri), library.problems(uri).map(diagnostic))),
  );
}

function diagnostic({ code, column, line, message, severity }: Problem): Diagnostic {
  const at = new Position(line, column);
  // Of no length: VS Code marks the word there.
  const mark = new Diagnostic(
    new Range(at, at),
    message,
    severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
  );
  mark.source = 'Paperside';
  mark.code = code;
  return mark;
}
