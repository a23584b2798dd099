import type { Event, QuickPick, QuickPickItem } from 'vscode';

/**
 * Times key presses in Paperside's own pick: from the moment VS Code tells it the new text to the moment it has set the
 * rows for it. A press overtaken by the next one counts until rows are set at last.
 */
export class KeyPressWatch {
  readonly #waiting: number[] = [];
  #milliseconds: number[] = [];

  get milliseconds(): readonly number[] {
    return this.#milliseconds;
  }

  clear(): void {
    this.#milliseconds = [];
  }

  watch<T extends QuickPickItem>(pick: QuickPick<T>): QuickPick<T> {
    const onDidChangeValue = pick.onDidChangeValue;
    const timed: Event<string> = (listener, thisArgument, disposables) =>
      onDidChangeValue(
        (text) => {
          if (text.trim() !== '') this.#waiting.push(performance.now());
          listener.call(thisArgument, text);
        },
        undefined,
        disposables,
      );
    const items = itemsOf(pick);
    Object.defineProperties(pick, {
      onDidChangeValue: { value: timed },
      items: {
        get: () => items.get(),
        set: (value: readonly T[]) => {
          items.set(value);
          const now = performance.now();
          this.#milliseconds.push(...this.#waiting.splice(0).map((pressed) => now - pressed));
        },
      },
    });
    return pick;
  }
}

/** The accessor that VS Code's class has for `items`. */
function itemsOf<T extends QuickPickItem>(pick: QuickPick<T>): { get(): readonly T[]; set(value: readonly T[]): void } {
  for (let type: unknown = Object.getPrototypeOf(pick); type; type = Object.getPrototypeOf(type)) {
    const property = Object.getOwnPropertyDescriptor(type, 'items');
    if (property?.get && property.set) return { get: property.get.bind(pick), set: property.set.bind(pick) };
  }
  throw new Error('VS Code keeps the items of a pick in another way now.');
}
