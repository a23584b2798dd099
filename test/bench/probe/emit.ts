import { formatBenchEvent } from '../benchEvents.mjs';
import type { BenchEvent } from '../benchEvents.mjs';

/** Tells the driver of the bench something: the console is what leads out of the extension host. */
export function emit(event: BenchEvent): void {
  console.log(formatBenchEvent(event)); // eslint-disable-line no-console
}
