import { languages, type TextDocument, workspace } from 'vscode';

/** The setting that says how documents are cited in, whatever is detected. */
export const citationFormatSetting = 'paperside.citation.format';

/**
 * The format that the user set for a document, by its language id or by a glob of its path: a glob goes before a
 * language, and of several globs the longest.
 */
export function formatSetFor(document: TextDocument): string | undefined {
  const set: unknown = workspace.getConfiguration(undefined, document).get(citationFormatSetting);
  if (typeof set !== 'object' || set === null) return undefined;
  const { [document.languageId]: ofLanguage, ...others } = set as Readonly<Record<string, unknown>>;
  const [ofGlob] = Object.entries(others)
    .filter(([glob]) => /[*?.{[/]/u.test(glob) && languages.match({ pattern: relative(glob) }, document) > 0)
    .sort(([one], [other]) => other.length - one.length)
    .map(([, format]) => format);
  return [ofGlob, ofLanguage].find((format): format is string => typeof format === 'string');
}

/** A name alone means a file in any folder: `*.note.md`. */
function relative(glob: string): string {
  return /^\/|^\*\*\//u.test(glob) ? glob : `**/${glob}`;
}
