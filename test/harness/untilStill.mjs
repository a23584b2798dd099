// @ts-check
import { until } from './until.mjs';

/**
 * Waits until two readings in a row are alike.
 * @template T
 * @param {() => Promise<T>} read
 * @returns {Promise<T>}
 */
export async function untilStill(read) {
  let before = '';
  return until(
    read,
    (value) => {
      const now = JSON.stringify(value);
      const still = now === before;
      before = now;
      return still;
    },
    'it stays as it is',
  );
}
