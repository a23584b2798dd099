import type { ReadingState } from '../core/readingState';
import type { AbstractAction, AbstractStrings, FromAbstract } from '../protocol/abstractProtocol';
import { button } from './button';
import { element } from './element';
import { icon } from './icon';

type Direction = Extract<FromAbstract, { type: 'navigate' }>['direction'];

interface ToolbarOptions {
  readonly strings: AbstractStrings;
  readonly navigate: (direction: Direction) => void;
  readonly run: (action: AbstractAction) => void;
}

const markActions: Readonly<Record<ReadingState, AbstractAction>> = {
  toRead: 'markToRead',
  reading: 'markReading',
  read: 'markRead',
};

/** Back, forward and the reading state. It stays while papers come and go, so that the focus can stay on it. */
export class Toolbar {
  readonly element: HTMLElement;
  readonly #directions: Readonly<Record<Direction, HTMLButtonElement>>;
  readonly #group: HTMLElement;
  readonly #states: ReadonlyMap<ReadingState, HTMLButtonElement>;

  constructor({ strings, navigate, run }: ToolbarOptions) {
    this.#directions = {
      back: iconButton('back', strings.back, navigate),
      forward: iconButton('forward', strings.forward, navigate),
    };
    const states = Object.keys(markActions) as ReadingState[];
    this.#states = new Map(
      states.map((state) => {
        const toggle = button('toggle', strings.readingStates[state], () =>
          run(toggle.ariaPressed === 'true' ? 'clearReadingState' : markActions[state]),
        );
        return [state, toggle];
      }),
    );
    this.#group = element('div', { role: 'group', class: 'toggles', 'aria-label': strings.readingState });
    this.#group.append(...this.#states.values());
    this.element = element(
      'header',
      { class: 'toolbar' },
      element('nav', { 'aria-label': strings.history }, this.#directions.back, this.#directions.forward),
      this.#group,
    );
  }

  showState(shown: ReadingState | undefined): void {
    this.#group.hidden = false;
    for (const [state, toggle] of this.#states) toggle.ariaPressed = String(state === shown);
  }

  /** For when there is no paper that could be marked. */
  hideStates(): void {
    this.#group.hidden = true;
  }

  /** Buttons without a way to go keep the focus: they are only said to be disabled. */
  showDirections(canGo: Readonly<Record<Direction, boolean>>): void {
    for (const direction of ['back', 'forward'] as const) {
      this.#directions[direction].ariaDisabled = String(!canGo[direction]);
    }
  }
}

function iconButton(direction: Direction, label: string, navigate: (direction: Direction) => void): HTMLButtonElement {
  const created = button('icon-button', '', () => {
    if (created.ariaDisabled !== 'true') navigate(direction);
  });
  created.append(icon(direction));
  created.title = label;
  created.ariaLabel = label;
  return created;
}
