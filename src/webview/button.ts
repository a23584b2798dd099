import { element } from './element';

/** A button with its words. */
export function button(className: string, label: string, onClick: () => void): HTMLButtonElement {
  const created = element('button', { type: 'button', class: className }, label);
  created.addEventListener('click', onClick);
  return created;
}
