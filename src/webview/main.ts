import type { PaperId } from '../core/paper';
import type { AbstractAction, AbstractState, ToAbstract } from '../protocol/abstractProtocol';
import { abstractArticle } from './abstractArticle';
import { element } from './element';
import { Toolbar } from './toolbar';

type Show = Extract<ToAbstract, { type: 'show' }>;

const scrollSettled = 100;

const api = acquireVsCodeApi();
const place = element('div', { id: 'place' });
const status = element('p', { role: 'status', class: 'visually-hidden' });
const scrolls = new Map<PaperId, number>();
let shown: PaperId | undefined;
let answered: number | undefined;
let toolbar: Toolbar | undefined;

document.body.replaceChildren(place, status);
const kept = api.getState() as Partial<AbstractState> | undefined;
if (typeof kept?.paperId === 'string' && typeof kept.scroll === 'number') scrolls.set(kept.paperId, kept.scroll);

let scrollTimer: ReturnType<typeof setTimeout> | undefined;
window.addEventListener('scroll', () => {
  clearTimeout(scrollTimer);
  scrollTimer = setTimeout(keepScroll, scrollSettled);
});
window.addEventListener('resize', letScrollersTakeFocus);
window.addEventListener('message', ({ data }: MessageEvent<ToAbstract>) => {
  switch (data.type) {
    case 'show':
      show(data);
      break;
    case 'state':
      if (data.id === shown) toolbar?.showState(data.state);
      break;
    case 'message':
      showMessage(data.text);
      break;
    case 'focus':
      focusContent();
      break;
  }
});
api.postMessage({ type: 'ready' });

function show(message: Show): void {
  const { request, content, sourceLabels, state, strings, canGoBack, canGoForward, keepScroll: atOldPlace } = message;
  const { id } = content;
  const run = (action: AbstractAction): void => {
    if (shown !== undefined) api.postMessage({ type: 'action', action, id: shown });
  };
  if (!toolbar) {
    toolbar = new Toolbar({ strings, run, navigate: (direction) => api.postMessage({ type: 'navigate', direction }) });
    document.body.prepend(toolbar.element);
  }
  toolbar.showState(state);
  toolbar.showDirections({ back: canGoBack, forward: canGoForward });
  if (request === answered) return;
  answered = request;
  keepScroll();
  const change = shown !== undefined && shown !== id;
  const focusWasInside = place.contains(document.activeElement);
  shown = id;
  document.title = content.plainTitle;
  place.replaceChildren(
    ...abstractArticle(content, {
      strings,
      sourceLabels,
      run,
      openPaper: (other) => api.postMessage({ type: 'openPaper', id: other }),
      openLink: (url) => api.postMessage({ type: 'openLink', url }),
      openSource: (index) => api.postMessage({ type: 'openSource', id, index }),
    }),
  );
  letScrollersTakeFocus();
  window.scrollTo(0, atOldPlace ? (scrolls.get(id) ?? 0) : 0);
  keepScroll();
  if (focusWasInside) focusContent();
  if (change) status.textContent = strings.nowShowing.replace('{0}', () => content.plainTitle);
  // The first callback comes before the frame is drawn, the second after it.
  requestAnimationFrame(() => requestAnimationFrame(() => api.postMessage({ type: 'painted', id })));
}

function showMessage(text: string): void {
  keepScroll();
  shown = undefined;
  answered = undefined;
  toolbar?.hideStates();
  place.replaceChildren(element('main', {}, element('h1', { class: 'message', tabindex: '-1' }, text)));
  status.textContent = text;
}

function focusContent(): void {
  place.querySelector('h1')?.focus({ preventScroll: true });
}

/** Text that scrolls in itself, as a formula in it is too wide, must be within reach of the keyboard. */
function letScrollersTakeFocus(): void {
  for (const text of place.querySelectorAll<HTMLElement>('h1, p')) {
    if (text.scrollWidth > text.clientWidth) text.tabIndex = 0;
    else if (text.tabIndex === 0) text.tabIndex = -1;
  }
}

function keepScroll(): void {
  clearTimeout(scrollTimer);
  if (shown === undefined) return;
  scrolls.set(shown, window.scrollY);
  api.setState({ paperId: shown, scroll: window.scrollY });
}
