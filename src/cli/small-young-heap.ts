import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the heap of new objects as small as it begins. V8 doubles it as objects survive, to 2 × 16 MB; what a command makes while it
 * reads either dies at once or stays for good, so that the room beyond the first is never of use. A V8 that does not know the flag
 * goes on as ever; no result depends on it.
 */
export function keepYoungHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
