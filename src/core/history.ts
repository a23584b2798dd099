/** Where one has been, as in a browser: visiting drops what lay ahead. */
export class History<Place> {
  readonly #longest: number;
  #places: readonly Place[] = [];
  #position = -1;

  /** @param longest how many places are remembered; the oldest are forgotten first */
  constructor(longest = 100) {
    this.#longest = longest;
  }

  get current(): Place | undefined {
    return this.#places[this.#position];
  }

  get canGoBack(): boolean {
    return this.#position > 0;
  }

  get canGoForward(): boolean {
    return this.#position < this.#places.length - 1;
  }

  /** Goes to a new place; visiting the current one again changes nothing. */
  visit(place: Place): void {
    if (place === this.current) return;
    this.#places = [...this.#places.slice(0, this.#position + 1), place].slice(-this.#longest);
    this.#position = this.#places.length - 1;
  }

  /** Goes one place back, where there is one. */
  goBack(): Place | undefined {
    if (!this.canGoBack) return undefined;
    this.#position--;
    return this.current;
  }

  /** Goes one place forward, where there is one. */
  goForward(): Place | undefined {
    if (!this.canGoForward) return undefined;
    this.#position++;
    return this.current;
  }
}
