import { emit } from './emit';
import { EventLoopWatch, idleDelay, pause } from './eventLoop';
import { interceptPaperside, paperside } from './interceptPaperside';

/** What is still going on while a window opens is not Paperside's. */
const settleMilliseconds = 2_000;

/** Activates the packaged extension in a fresh window and asks for its first answer. */
export async function runStart(): Promise<void> {
  const times = interceptPaperside();
  await pause(settleMilliseconds);
  const idle = await idleDelay();
  const before = process.memoryUsage();
  const watch = new EventLoopWatch();
  const api = await paperside().activate();
  const asked = performance.now();
  await api.ready();
  const ready = performance.now() - asked;
  const found = await api.search('flash attention');
  const firstAnswer = performance.now() - asked;
  await pause(0); // the watch sees a delay when it is over
  const delay = watch.end();
  if (found.length === 0) throw new Error('The first search found nothing.');
  const after = process.memoryUsage();
  emit({
    type: 'started',
    figures: {
      ...times,
      ready,
      firstAnswer,
      idleDelay: idle,
      delay,
      residentBefore: before.rss,
      residentAfter: after.rss,
      heapBefore: before.heapUsed,
      heapAfter: after.heapUsed,
    },
  });
}
