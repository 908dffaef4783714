import type { Lang } from './language.js';

/** How one finding is worded. `help` is a second sentence: what to do. */
export interface Message {
  readonly zh: string;
  readonly en: string;
  readonly help?: Readonly<Record<Lang, string>>;
}

export type MessageTable = ReadonlyMap<string, Message>;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isWorded = (value: unknown): value is Record<Lang, string> =>
  isRecord(value) && typeof value['zh'] === 'string' && typeof value['en'] === 'string';

/** Reads the message files of the rooms into one table. Throws where an entry is malformed; a test holds that no code is worded twice. */
export function readMessageTables(files: Readonly<Record<string, unknown>>): MessageTable {
  const table = new Map<string, Message>();
  for (const [file, content] of Object.entries(files)) {
    if (!isRecord(content)) throw new TypeError(`${file}: not a table of messages`);
    for (const [code, entry] of Object.entries(content)) {
      if (!isWorded(entry)) throw new TypeError(`${file}: ${code} needs zh and en`);
      const help = (entry as Record<string, unknown>)['help'];
      if (help !== undefined && !isWorded(help)) throw new TypeError(`${file}: the help of ${code} needs zh and en`);
      table.set(code, { zh: entry.zh, en: entry.en, ...(help === undefined ? {} : { help }) });
    }
  }
  return table;
}
