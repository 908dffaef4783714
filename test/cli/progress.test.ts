import { expect, it } from 'vitest';
import { progressOn } from '../../src/cli/progress.js';

/** A terminal that keeps what is written, and a clock that ticks half a second at every look. */
function watched(isTTY: boolean) {
  const written: string[] = [];
  let time = 0;
  const show = progressOn({ isTTY, write: (text) => written.push(text) }, () => (time += 500));
  return { written, show };
}

it('a bar appears after a second, moves by the per cent, and goes away at the end', () => {
  const { written, show } = watched(true);
  for (const fraction of [0.1, 0.2, 0.5, 0.501, 0.75, 1]) show(fraction);
  expect(written.map((text) => /(\d+%)|\[K/.exec(text)?.[1])).toEqual(['20%', '50%', '75%', undefined]);
  expect(written[1]).toBe(`\r[${'█'.repeat(12)}${'░'.repeat(12)}] 50%`);
  expect(written.at(-1)).toBe('\r\u001b[K');
});

it('a short work shows none', () => {
  const { written, show } = watched(true);
  show(0.5);
  show(1);
  expect(written).toEqual([]);
});

it('where no terminal is, nothing is written', () => {
  const { written, show } = watched(false);
  for (let i = 0; i <= 100; i++) show(i / 100);
  expect(written).toEqual([]);
});
