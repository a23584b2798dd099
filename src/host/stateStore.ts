/** Where small things are remembered between windows. `vscode.Memento` is one. */
export interface StateStore {
  get(key: string): unknown;
  update(key: string, value: unknown): Thenable<void>;
}
