/** Shows how far a long work is, from 0 to 1; 1 takes the bar away. */
export type ShowProgress = (fraction: number) => void;

interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const WIDTH = 24;
/** Milliseconds after which a person begins to wonder. */
const PATIENCE = 1000;
const CLEAR_LINE = '\r\u001b[K';

/** A bar on a terminal, and nothing anywhere else: a file of messages holds no bars. */
export function progressOn(terminal: Terminal, now: () => number = Date.now): ShowProgress {
  if (terminal.isTTY !== true) return () => {};
  let begun: number | undefined;
  let shown = -1;
  return (fraction) => {
    begun ??= now();
    const percent = Math.floor(fraction * 100);
    if (percent >= 100) {
      if (shown >= 0) terminal.write(CLEAR_LINE);
      begun = undefined;
      shown = -1;
    } else if (percent !== shown && now() - begun >= PATIENCE) {
      const full = Math.round(fraction * WIDTH);
      terminal.write(`\r[${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}] ${percent}%`);
      shown = percent;
    }
  };
}
