import { commands, Position, Selection, Uri, window, workspace } from 'vscode';
import { queries } from '../queries.mjs';
import { summarize } from '../summary.mjs';
import { emit } from './emit';
import { EventLoopWatch, pause } from './eventLoop';
import { interceptPaperside, paperside } from './interceptPaperside';

const citations = 12;
/** As long as it takes to write the next sentence. */
const pauseMilliseconds = 4_000;

/** Cites papers in a long document whose bibliography is large: some that the bibliography holds, some that it does not. */
export async function runCiting(): Promise<void> {
  interceptPaperside();
  const [folder] = workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('No folder is open.');
  const api = await paperside().activate();
  await api.ready();
  const hits = await Promise.all(queries.map((query) => api.search(query, { limit: 30 })));
  const found = [...new Set(hits.flat().map(({ id }) => id))];
  const papers = (await Promise.all(found.map((id) => api.getPaper(id)))).filter((paper) => !!paper);
  const idsOf = (isHeld: boolean): readonly string[] =>
    papers.filter(({ key }) => /^paper\d+$/.test(key) === isHeld).map(({ id }) => id);
  const [held, missing] = [idsOf(true), idsOf(false)];
  const document = await workspace.openTextDocument(Uri.joinPath(folder.uri, 'long.tex'));
  const editor = await window.showTextDocument(document);
  const watch = new EventLoopWatch();
  const cite = async (ids: readonly string[]): Promise<number[]> => {
    const times: number[] = [];
    for (const [index, id] of ids.entries()) {
      const place = new Position(5_000 + times.length * 2, 0);
      editor.selection = new Selection(place, place);
      const edited = new Promise<number>((resolve) => {
        const listener = workspace.onDidChangeTextDocument((event) => {
          if (event.document !== document || event.contentChanges.length === 0) return;
          listener.dispose();
          resolve(performance.now());
        });
      });
      const asked = performance.now();
      const written = await commands.executeCommand('paperside.insertCitation', { ids: [id] });
      if (written !== true) throw new Error(`Citation ${index} was not written.`);
      times.push((await edited) - asked);
      await pause(pauseMilliseconds);
    }
    return times;
  };
  const [first = Number.NaN, ...added] = await cite(missing.slice(0, citations));
  const known = await cite(held.slice(0, citations));
  emit({ type: 'cited', figures: { first, added: summarize(added), held: summarize(known), delay: watch.end() } });
}
