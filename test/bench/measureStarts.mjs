// @ts-check
import { BenchServer } from './benchWindow.mjs';

/**
 * Starts the packaged extension in fresh windows of real VS Code.
 * @param {import('./benchWindow.mjs').BenchSetup} setup
 * @param {number} times
 * @returns {Promise<import('./benchEvents.mjs').StartFigures[]>}
 */
export async function measureStarts(setup, times) {
  const server = await BenchServer.start(setup, { part: 'start' });
  const starts = [];
  try {
    for (let start = 0; start < times; start++) {
      const window = await server.openWindow();
      starts.push((await window.next('started')).figures);
      await window.close();
    }
  } finally {
    await server.stop();
  }
  return starts;
}
