// @ts-check

/** @type {Set<() => void>} */
const callbacks = new Set();
let listening = false;

/**
 * Calls back when this process ends, whichever way: by itself, by Ctrl+C or because it was asked to stop. There is no
 * event loop any more then, so the callback must do its work at once.
 * @param {() => void} callback
 * @returns {() => void} forgets the callback
 */
export function atExit(callback) {
  if (!listening) {
    listening = true;
    process.once('exit', runAll);
    process.once('SIGINT', () => process.exit(130));
    process.once('SIGTERM', () => process.exit(143));
    process.once('SIGHUP', () => process.exit(129));
  }
  callbacks.add(callback);
  return () => callbacks.delete(callback);
}

/** The last first, so that a server is gone before its folder goes; none keeps another from running. */
function runAll() {
  for (const callback of [...callbacks].reverse()) {
    try {
      callback();
    } catch (error) {
      console.error(error);
    }
  }
}
