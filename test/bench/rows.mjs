// Lines of a csv file without quotes, as fields, one after the other: the generators quote nothing.
import { closeSync, openSync, readSync } from 'node:fs';

const CHUNK = 1 << 22;

/** The rows below the header. */
export function* rowsOf(file) {
  const input = openSync(file, 'r');
  const buffer = Buffer.alloc(CHUNK);
  const decoder = new TextDecoder();
  let rest = '';
  let header = true;
  for (let read = readSync(input, buffer); read > 0; read = readSync(input, buffer)) {
    const lines = (rest + decoder.decode(buffer.subarray(0, read), { stream: true })).split('\n');
    rest = lines.pop();
    for (const line of lines) {
      if (!header) yield line.replace(/\r$/, '').split(',');
      header = false;
    }
  }
  if (rest !== '' && !header) yield rest.split(',');
  closeSync(input);
}

/** The fields of the first line. */
export function headerOf(file) {
  const input = openSync(file, 'r');
  const buffer = Buffer.alloc(1 << 16);
  const read = readSync(input, buffer);
  closeSync(input);
  return buffer.toString('utf8', 0, read).split(/\r?\n/, 1)[0].split(',');
}
