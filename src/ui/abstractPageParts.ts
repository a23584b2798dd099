import { Uri, workspace } from 'vscode';

/** What the abstract panel's page is made of. */
export interface AbstractPageParts {
  readonly style: string;
  readonly script: string;
}

/** Reads them from the extension's own files. They go into the page as text: asking for each would hold it up. */
export async function readAbstractPageParts(extensionUri: Uri): Promise<AbstractPageParts> {
  const read = async (...path: string[]): Promise<string> =>
    new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extensionUri, ...path)));
  const [style, script] = await Promise.all([read('media', 'abstract.css'), read('dist', 'webview.js')]);
  return { style, script };
}
