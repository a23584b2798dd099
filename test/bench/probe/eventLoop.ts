import { monitorEventLoopDelay } from 'node:perf_hooks';

const resolution = 1;

/** Watches how long the event loop of this thread is held up. */
export class EventLoopWatch {
  readonly #histogram = monitorEventLoopDelay({ resolution });

  constructor() {
    this.#histogram.enable();
  }

  /** Ends the watch. @returns the longest delay, in milliseconds */
  end(): number {
    this.#histogram.disable();
    return Math.max(0, this.#histogram.max / 1e6 - resolution);
  }
}

/** The longest delay in a second in which nothing is asked for: what the machine and VS Code cause by themselves. */
export async function idleDelay(): Promise<number> {
  const watch = new EventLoopWatch();
  await pause(1_000);
  return watch.end();
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
