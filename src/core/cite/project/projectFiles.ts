/** The files around a document, as far as they have been read; whatever else is asked for is noted as wanted. */
export interface KnownFiles {
  /** Texts by path; `null` for what is not there or cannot be read. */
  readonly texts: ReadonlyMap<string, string | null>;
  /** The paths of the files that match a glob, `folder/*.tex` or `folder/**\/*.bib`. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
}

/** What has to be read before more can be said. */
export interface WantedFiles {
  readonly paths: readonly string[];
  readonly globs: readonly string[];
}

// A project with more files than that is not searched through for every citation.
const mostFiles = 300;
const mostFolders = 20;

/** The files around a document. Paths are those of URIs, with `/`. */
export class ProjectFiles {
  readonly #known: KnownFiles;
  readonly #top: string;
  readonly #paths = new Set<string>();
  readonly #globs = new Set<string>();

  /** @param top the folder above which nothing is looked at */
  constructor(known: KnownFiles, top: string) {
    this.#known = known;
    this.#top = top;
  }

  /** What was asked for and is not known yet. */
  get wanted(): WantedFiles {
    return { paths: [...this.#paths], globs: [...this.#globs] };
  }

  /** A file's text; `undefined` where there is none, or where it is not known yet. */
  read(path: string): string | undefined {
    const text = this.#known.texts.get(path);
    if (text === undefined && this.#paths.size + this.#known.texts.size < mostFiles) this.#paths.add(path);
    return text ?? undefined;
  }

  /** The files of a glob, in the order of their names. */
  list(glob: string): readonly string[] {
    const paths = this.#known.lists.get(glob);
    if (!paths) this.#globs.add(glob);
    return paths ?? [];
  }

  /** The folders from a file's own up to the top one, the nearest first. */
  foldersAbove(path: string): readonly string[] {
    const folders: string[] = [];
    for (let folder = folderOf(path); folders.length < mostFolders; folder = folderOf(folder)) {
      folders.push(folder);
      if (folder === this.#top || folder === '' || !folder.startsWith(this.#top)) break;
    }
    return folders;
  }

  /** The nearest file of one of these names above a path. */
  nearest(path: string, ...names: readonly string[]): { readonly path: string; readonly text: string } | undefined {
    for (const folder of this.foldersAbove(path)) {
      for (const name of names) {
        const text = this.read(`${folder}/${name}`);
        if (text !== undefined) return { path: `${folder}/${name}`, text };
      }
    }
    return undefined;
  }
}

/** `/home/me/a.tex` → `/home/me`; the root is the empty text. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** A path relative to a folder, without `.` and `..`; `undefined` where it leads above the root. */
export function joined(folder: string, relative: string): string | undefined {
  const names: string[] = [];
  for (const name of (relative.startsWith('/') ? relative : `${folder}/${relative}`).split('/')) {
    if (name === '..') {
      if (names.pop() === undefined) return undefined;
    } else if (name !== '' && name !== '.') names.push(name);
  }
  return `/${names.join('/')}`;
}
