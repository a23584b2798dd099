import type { AbstractState, FromAbstract } from '../protocol/abstractProtocol';

/** What VS Code gives to the script of a webview. */
export interface VscodeApi {
  postMessage(message: FromAbstract): void;
  getState(): unknown;
  setState(state: AbstractState): void;
}

declare global {
  /** May be called once. */
  function acquireVsCodeApi(): VscodeApi;
}
