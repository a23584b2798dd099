import type { KeptFiles } from './keptFiles';

const databaseName = 'paperside';
const storeName = 'files';

/** Files in the browser's database, each under its place and name. */
export function keptFiles(place: string): KeptFiles {
  const keyOf = (name: string): string => `${place}\n${name}`; // which no place holds
  return {
    async read(name) {
      const database = await openDatabase();
      try {
        const found: unknown = await answer(files(database, 'readonly').get(keyOf(name)));
        return found instanceof ArrayBuffer ? found : undefined;
      } finally {
        database.close();
      }
    },
    async write(name, bytes) {
      await change((store) => store.put(bytes.slice().buffer, keyOf(name)));
    },
    async keepOnly(names) {
      const kept = new Set(names.map(keyOf));
      await change((store) => {
        const keys = store.getAllKeys(IDBKeyRange.bound(keyOf(''), keyOf('\uffff')));
        keys.onsuccess = () => {
          for (const key of keys.result) if (typeof key === 'string' && !kept.has(key)) store.delete(key);
        };
      });
    },
  };
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(databaseName, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(storeName);
  return answer(request);
}

function files(database: IDBDatabase, mode: IDBTransactionMode): IDBObjectStore {
  return database.transaction(storeName, mode).objectStore(storeName);
}

/** Changes files in one transaction: a browser that is closed meanwhile leaves them as they were. */
async function change(task: (store: IDBObjectStore) => void): Promise<void> {
  const database = await openDatabase();
  try {
    const store = files(database, 'readwrite');
    task(store);
    await new Promise<void>((resolve, reject) => {
      store.transaction.oncomplete = () => resolve();
      store.transaction.onabort = () => reject(store.transaction.error ?? new Error('The transaction was aborted.'));
    });
  } finally {
    database.close();
  }
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The database did not answer.'));
  });
}
