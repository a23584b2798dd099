/**
 * Shows the answer to what was asked last, and never an older one over it, in whatever order answers come.
 */
export class LatestAnswer {
  #asked = 0;
  #shown: Promise<void> = Promise.resolve();

  /** Settles when what was asked last by then is shown, or will not be; never rejects. */
  async settled(): Promise<void> {
    for (let shown: Promise<void> | undefined; shown !== this.#shown;) {
      shown = this.#shown;
      await shown;
    }
  }

  /**
   * Asks, and shows the answer unless something else was asked meanwhile.
   * @param show must not throw
   * @param fail told instead when the question fails
   */
  ask<T>(question: () => Promise<T>, show: (answer: T) => void, fail: (error: unknown) => void): void {
    const number = ++this.#asked;
    this.#shown = (async () => {
      try {
        const answer = await question();
        if (number === this.#asked) show(answer);
      } catch (error) {
        if (number === this.#asked) fail(error);
      }
    })();
  }

  /** Whatever is still being asked is shown no more, nor waited for. */
  end(): void {
    this.#asked++;
    this.#shown = Promise.resolve();
  }
}
