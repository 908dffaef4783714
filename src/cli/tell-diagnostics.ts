import type { Diagnostic, Severity } from '../model/diagnostic.js';
import { formatDiagnostic } from '../report/messages/diagnostic-line.js';
import type { World } from './world.js';

const SHOWN = 10;

/** Tells the findings of the given severities on the message stream: the first ten, and how many more there are. */
export function tellDiagnostics(
  diagnostics: readonly Diagnostic[],
  world: World,
  severities: readonly Severity[] = ['hard'],
): void {
  const found = diagnostics.filter((d) => severities.includes(d.severity));
  for (const diagnostic of found.slice(0, SHOWN)) world.tell(formatDiagnostic(diagnostic, world.lang));
  if (found.length > SHOWN) world.say('findings-not-shown', { count: found.length - SHOWN });
}
