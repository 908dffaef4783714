import type { ByteSource } from '../model/byte-source.js';
import { sanitise } from '../report/messages/sanitise.js';
import type { World } from './world.js';

/** Files of fewer bytes are read before a bar would say anything. */
const WORTH_A_BAR = 64 * 1024 * 1024;

/** Reads files, and meanwhile shows on the terminal how much of their bytes has been read, where they are large. */
export async function readWithBar<T>(
  sources: readonly ByteSource[],
  { progress = false }: Pick<World, 'progress'>,
  read: (sources: readonly ByteSource[]) => Promise<T>,
): Promise<T> {
  const total = sources.reduce((sum, { size }) => sum + size, 0);
  if (!progress || total < WORTH_A_BAR) return read(sources);
  const { default: cliProgress } = await import('cli-progress');
  const options = { format: '{bar} {percentage}%  {file}', clearOnComplete: true, hideCursor: true };
  const bar = new cliProgress.SingleBar(options, cliProgress.Presets.shades_classic);
  const bytesRead = new Map<ByteSource, number>();
  const show = (source: ByteSource, bytes: number) => {
    // A file that is begun anew does not go back.
    bytesRead.set(source, Math.max(bytes, bytesRead.get(source) ?? 0));
    const sum = [...bytesRead.values()].reduce((a, b) => a + b, 0);
    bar.update(sum, { file: sanitise(source.name) });
  };
  bar.start(total, 0, { file: '' });
  try {
    return await read(sources.map((source) => counted(source, (bytes) => show(source, bytes))));
  } finally {
    bar.stop();
  }
}

/** A source that tells how many of its bytes have been asked for. */
export function counted(source: ByteSource, tell: (bytes: number) => void): ByteSource {
  return {
    name: source.name,
    size: source.size,
    async read() {
      const bytes = await source.read();
      tell(bytes.length);
      return bytes;
    },
    async *stream() {
      let bytes = 0;
      for await (const chunk of source.stream()) {
        bytes += chunk.length;
        tell(bytes);
        yield chunk;
      }
    },
  };
}
