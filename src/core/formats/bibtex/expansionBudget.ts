/**
 * How much a file may grow by what it refers to. Abbreviations within abbreviations and entries that inherit from
 * entries can blow a small file up without limit; what people write grows by little.
 */
export class ExpansionBudget {
  #left: number;

  /** @param textLength length of the file's text */
  constructor(textLength: number) {
    this.#left = 4 * textLength + 1_000_000;
  }

  /** Whether so many characters more may be taken over; if so, they count. */
  spend(characters: number): boolean {
    if (characters > this.#left) return false;
    this.#left -= characters;
    return true;
  }
}
