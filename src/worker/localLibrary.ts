import { localPorts } from '../protocol/localPorts';
import { type MessagePort, serveRpc } from '../protocol/rpc';
import { libraryService } from './libraryService';
import { nextTask } from './nextTask';

/** Runs the library in this process, for hosts in which no worker can be started, and gives the caller's end of it. */
export function startLocalLibrary(): MessagePort {
  const [ours, theirs] = localPorts();
  serveRpc(theirs, libraryService(nextTask));
  return ours;
}
