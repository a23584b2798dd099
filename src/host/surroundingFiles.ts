import { FileType, RelativePattern, type TextDocument, type Uri, workspace } from 'vscode';
import type { KnownFiles, WantedFiles } from '../core/cite/project/projectFiles';
import { decodeText } from '../core/formats/decodeText';

const largestFile = 1024 * 1024;
const mostFound = 200;

/** Reads what is asked for around a document: what editors hold, saved or not, else what is on disk; each once. */
export class SurroundingFiles implements KnownFiles {
  readonly texts = new Map<string, string | null>();
  readonly lists = new Map<string, readonly string[]>();
  readonly #base: Uri;
  readonly #folders = new Map<string, Promise<ReadonlyMap<string, FileType>>>();

  /** @param base the address of the document, on whose file system all paths are */
  constructor(base: Uri) {
    this.#base = base;
  }

  async read({ globs, paths }: WantedFiles): Promise<void> {
    const [texts, lists] = await Promise.all([
      Promise.all(paths.map((path) => this.#text(path))),
      Promise.all(globs.map((glob) => this.#list(glob))),
    ]);
    for (const [index, path] of paths.entries()) this.texts.set(path, texts[index] ?? null);
    for (const [index, glob] of globs.entries()) this.lists.set(glob, lists[index] ?? []);
  }

  async #text(path: string): Promise<string | undefined> {
    const uri = this.#base.with({ path });
    const open = openDocument(uri);
    if (open) return open.getText();
    const name = path.slice(path.lastIndexOf('/') + 1);
    const folder = await this.#folder(path.slice(0, -name.length - 1));
    if (((folder.get(name) ?? 0) & FileType.File) === 0) return undefined;
    try {
      const bytes = await workspace.fs.readFile(uri);
      return bytes.length > largestFile ? undefined : decodeText(bytes);
    } catch {
      return undefined; // gone meanwhile, or not for us to read
    }
  }

  /** `folder/*.tex` without what lies deeper, `folder/**\/*.bib` with it; in the order of the names. */
  async #list(glob: string): Promise<readonly string[]> {
    const [, top = '', deep, extension = ''] = /^(.*?)\/(\*\*\/)?\*(\.\w+)$/u.exec(glob) ?? [];
    if (deep) {
      const pattern = new RelativePattern(this.#base.with({ path: top }), `**/*${extension}`);
      return (await workspace.findFiles(pattern, undefined, mostFound)).map(({ path }) => path).sort();
    }
    return [...(await this.#folder(top))]
      .filter(([name, type]) => name.toLowerCase().endsWith(extension) && (type & FileType.File) !== 0)
      .map(([name]) => `${top}/${name}`)
      .slice(0, mostFound)
      .sort();
  }

  #folder(path: string): Promise<ReadonlyMap<string, FileType>> {
    let folder = this.#folders.get(path);
    if (!folder) {
      folder = Promise.resolve(workspace.fs.readDirectory(this.#base.with({ path: path === '' ? '/' : path }))).then(
        (entries) => new Map(entries),
        () => new Map<string, FileType>(),
      );
      this.#folders.set(path, folder);
    }
    return folder;
  }
}

function openDocument(uri: Uri): TextDocument | undefined {
  const address = uri.toString();
  return workspace.textDocuments.find((document) => document.uri.toString() === address);
}
