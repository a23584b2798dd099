import type { Disposable } from 'vscode';
import type { PaperId } from '../core/paper';
import { type Choice, OpenPick, type SearchPickOptions } from './openPick';
import type { PickAction } from './pickItems';

/** The pick that finds papers while one types. One at a time: searching again brings the same one back, emptied. */
export class SearchPick implements Disposable {
  readonly #options: SearchPickOptions;
  #current: OpenPick | undefined;

  constructor(options: SearchPickOptions) {
    this.#options = options;
  }

  dispose(): void {
    this.#current?.dispose();
  }

  /**
   * Shows the pick. Enter opens the abstract.
   * @param text what it starts with
   */
  search(text = ''): void {
    this.#show(text, undefined);
  }

  /**
   * Shows the pick to choose papers: Enter answers with them instead of opening one. Empty when it was dismissed.
   * @param several whether more than one may be ticked; they come in the order in which they were
   */
  choose(title: string, several = false): Promise<readonly PaperId[]> {
    return new Promise((resolve) => this.#show('', { title, several, resolve }));
  }

  /** Opens the abstract of the active row and leaves the pick on screen. */
  async openAndStay(): Promise<void> {
    const pick = this.#current;
    const id = await pick?.activeId();
    if (id === undefined) return;
    pick?.noteQuery();
    await this.#options.open(id);
  }

  /** Carries out an action on the active row, as its button does. */
  async runAction(action: PickAction): Promise<void> {
    const pick = this.#current;
    const id = await pick?.activeId();
    if (id !== undefined) pick?.run(action, id);
  }

  /** Takes the first value that is offered for the field at the end of the query. */
  async complete(): Promise<void> {
    await this.#current?.complete();
  }

  #show(text: string, choice: Choice | undefined): void {
    this.#current?.dispose();
    const pick = new OpenPick(this.#options, text, choice, () => {
      if (this.#current === pick) this.#current = undefined;
    });
    this.#current = pick;
  }
}
