import { declarationsIn } from '../declarations/declaredLibraries';
import type { CitedBibliography } from './citingProject';

/**
 * The bibliographies that a file declares.
 * @param kindPath a path that tells what kind of file it is, where its own does not
 * @param relativeTo the path of the file that declared paths are relative to, where that is another
 */
export function declaredBy(
  { path, text }: { readonly path: string; readonly text: string },
  { kindPath = path, relativeTo = path }: { readonly kindPath?: string; readonly relativeTo?: string } = {},
): readonly CitedBibliography[] {
  return declarationsIn(kindPath, text).map((declared) => ({ ...declared, declaredIn: path, relativeTo }));
}
