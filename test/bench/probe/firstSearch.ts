import { workspace } from 'vscode';
import { emit } from './emit';
import { EventLoopWatch, pause } from './eventLoop';
import { interceptPaperside, paperside } from './interceptPaperside';

const settleMilliseconds = 2_000;
/** Paperside keeps its index when the library has been at rest for five seconds. */
const keptMilliseconds = 12_000;

/** Searches as soon as Paperside is there, whatever it still has to read. */
export async function runFirstSearch(): Promise<void> {
  interceptPaperside();
  const title = workspace.getConfiguration('papersideBench').get<string>('title', '');
  await pause(settleMilliseconds);
  const watch = new EventLoopWatch();
  const asked = performance.now();
  const api = await paperside().activate();
  const found = await api.search(title, { limit: 1 });
  const firstSearch = performance.now() - asked;
  const [first] = found;
  if (!first) throw new Error('The first search found nothing.');
  await api.ready();
  const ready = performance.now() - asked;
  const delay = watch.end();
  const foundTitle = (await api.getPaper(first.id))?.title ?? '';
  if (letters(foundTitle) !== letters(title)) throw new Error(`The first search for “${title}” found “${foundTitle}”.`);
  await pause(keptMilliseconds);
  emit({ type: 'searched', figures: { firstSearch, ready, delay } });
}

/** A title without what formats write differently. */
function letters(title: string): string {
  return title.replace(/[^\p{L}\d]/gu, '').toLowerCase();
}
