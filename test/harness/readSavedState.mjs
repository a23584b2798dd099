// @ts-check

/** Runs in the window: everything that VS Code keeps in the browser's databases. */
export async function readSavedState() {
  /** @type {<T>(request: IDBRequest<T>) => Promise<T>} */
  const answer = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const values = [];
  for (const { name = '' } of await indexedDB.databases()) {
    if (!name.startsWith('vscode-web-state-db')) continue;
    const database = await answer(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      values.push(...(await answer(database.transaction(store).objectStore(store).getAll())));
    }
    database.close();
  }
  return values.join('\n');
}
