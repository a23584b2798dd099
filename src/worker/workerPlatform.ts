import type { MessagePort } from '../protocol/rpc';
import type { KeptFiles } from './keptFiles';

/** What differs between a worker of Node and one of a browser. */
export interface WorkerPlatform {
  /** @param place as the host's platform names it */
  keptFiles(place: string): KeptFiles;
  /** Starts another worker of the same script. */
  startHelper(): MessagePort;
}
