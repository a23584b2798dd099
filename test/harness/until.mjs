// @ts-check

// Long enough for a machine that has much else to do; a state that comes is seen at once.
const patience = 40_000;

/**
 * Reads something again and again until it is as it should be. For states that nothing announces.
 * @template T
 * @param {() => Promise<T> | T} read
 * @param {(value: T) => boolean} accept
 * @param {string} what for the message, as in "the editor shows the citation"
 * @param {number} [pause] milliseconds between two readings
 * @returns {Promise<T>} what was accepted
 * @throws {Error} with what was read last, after 40 seconds
 */
export async function until(read, accept, what, pause = 50) {
  const end = Date.now() + patience;
  for (;;) {
    const value = await read();
    if (accept(value)) return value;
    if (Date.now() > end) {
      throw new Error(`Waited ${patience / 1000} s until ${what}; last seen: ${JSON.stringify(value)?.slice(0, 1500)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
