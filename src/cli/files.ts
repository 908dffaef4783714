import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { nearestName } from '../catalogue/nearest-name.js';
import type { ByteSource } from '../model/byte-source.js';
import { cannot } from './cannot-run.js';
import { ifPossible } from './if-possible.js';

/** Node reads no more than this at once. */
const LARGEST_AT_ONCE = 2 ** 31 - 1;

const CHUNK = 1 << 19;

/** The bytes of a file, all through one buffer: a gigabyte costs no more memory than a page. */
async function* chunksOf(path: string): AsyncGenerator<Uint8Array, void, void> {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.allocUnsafeSlow(CHUNK);
    for (;;) {
      const length = readSync(file, buffer, 0, CHUNK, null);
      if (length === 0) return;
      yield buffer.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String((error as NodeJS.ErrnoException).code) : '';

/**
 * The files of one run: what is read is remembered, so that nothing written can destroy it. The system is asked synchronously: a
 * command has nothing else to do meanwhile, and threads that read and write for it cost processor time of their own.
 */
export class Files {
  readonly cwd: string;
  readonly #read = new Set<string>();

  constructor(cwd: string) {
    this.cwd = cwd;
  }

  /** As people know a file: from where they stand, where it lies below; else as a whole path. */
  nameOf(path: string): string {
    const near = relative(this.cwd, resolve(this.cwd, path));
    return near === '' || near.startsWith('..') || isAbsolute(near) ? path : near;
  }

  async exists(path: string): Promise<boolean> {
    return ifPossible(() => statSync(resolve(this.cwd, path))) !== undefined;
  }

  async isFile(path: string): Promise<boolean> {
    return ifPossible(() => statSync(resolve(this.cwd, path)))?.isFile() === true;
  }

  /** A file to read. Throws CannotRun where there is none, or what is there is no readable file. */
  async open(path: string): Promise<ByteSource> {
    const full = resolve(this.cwd, path);
    const name = this.nameOf(path);
    const found = this.#look(full, name);
    if (found.isDirectory()) throw cannot('file-is-folder', { file: name });
    if (!found.isFile()) throw cannot('file-not-readable', { file: name });
    this.#read.add(realpathSync(full));
    return {
      name,
      size: found.size,
      read: async () => {
        if (found.size > LARGEST_AT_ONCE) throw cannot('file-too-large', { file: name, size: found.size });
        const bytes = ifPossible(() => readFileSync(full));
        if (bytes === undefined) throw cannot('file-not-readable', { file: name });
        return bytes;
      },
      stream: () => chunksOf(full),
    };
  }

  #look(full: string, name: string) {
    try {
      return statSync(full);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'ENOTDIR') throw cannot('file-not-readable', { file: name });
      const beside = ifPossible(() => readdirSync(dirname(full))) ?? [];
      const suggestion = nearestName(basename(full), beside);
      throw cannot('file-not-found', { file: name, ...(suggestion === undefined ? {} : { suggestion }) });
    }
  }

  async readText(path: string): Promise<string> {
    const bytes = await (await this.open(path)).read();
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      throw cannot('file-not-utf8', { file: this.nameOf(path) });
    }
  }

  /** Throws CannotRun where writing there would destroy a file that this run read, or where the folder is missing. */
  async refuseUnsafe(path: string): Promise<void> {
    const full = resolve(this.cwd, path);
    const real = ifPossible(() => realpathSync(full)) ?? full;
    if (this.#read.has(real)) throw cannot('output-is-input', { file: this.nameOf(path) });
    const target = ifPossible(() => statSync(full));
    if (target?.isDirectory()) throw cannot('file-is-folder', { file: this.nameOf(path) });
    const folder = ifPossible(() => statSync(dirname(full)));
    if (!folder?.isDirectory()) throw cannot('folder-not-found', { folder: this.nameOf(dirname(full)) });
  }

  /** Writes a file whole or not at all: a reader sees the old content or the new, never a part. */
  async save(path: string, content: Uint8Array | string): Promise<void> {
    await this.refuseUnsafe(path);
    await this.replace(path, content);
  }

  /** As `save`, for a content that comes piece by piece and need not fit into memory. */
  async saveChunks(path: string, chunks: Iterable<Uint8Array | string>): Promise<void> {
    await this.refuseUnsafe(path);
    await this.#write(path, chunks);
  }

  /** As `save`, for a file of the project's own that a run may read and write: its decisions. */
  async replace(path: string, content: Uint8Array | string): Promise<void> {
    await this.#write(path, [content]);
  }

  async #write(path: string, chunks: Iterable<Uint8Array | string>): Promise<void> {
    const full = resolve(this.cwd, path);
    const real = ifPossible(() => realpathSync(full)) ?? full;
    const temporary = join(dirname(real), `.${basename(real)}.${process.pid}.tmp`);
    try {
      const file = openSync(temporary, 'wx', ifPossible(() => statSync(real))?.mode);
      try {
        for (const chunk of chunks) writeFileSync(file, chunk);
      } finally {
        closeSync(file);
      }
      renameSync(temporary, real);
    } catch (error) {
      ifPossible(() => rmSync(temporary, { force: true }));
      // What goes wrong while the content is made is no fault of the file.
      if (codeOf(error) === '') throw error;
      throw cannot('file-not-written', { file: this.nameOf(path), why: codeOf(error) });
    }
  }

  async makeFolder(path: string): Promise<void> {
    try {
      mkdirSync(resolve(this.cwd, path), { recursive: true });
    } catch (error) {
      throw cannot('file-not-written', { file: this.nameOf(path), why: codeOf(error) });
    }
  }

  /** Names in a folder; empty where there is none. */
  async list(path: string): Promise<readonly string[]> {
    return ifPossible(() => readdirSync(resolve(this.cwd, path))) ?? [];
  }
}
