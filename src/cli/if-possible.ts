/** What `act` gives, or undefined where the system refuses: no such file, no right to it. */
export function ifPossible<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
