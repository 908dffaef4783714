import { formatJson } from './output-table.js';
import type { World } from './world.js';

/** A result that is prose for people or JSON for programs; only the one asked for is made. */
export interface TextOutput {
  readonly format: 'text' | 'json';
  readonly output: string | undefined;
  readonly json: () => unknown;
  readonly text: () => Promise<string>;
}

/** Writes a result to the file that was named, else to standard output. */
export async function outputText({ format, output, json, text }: TextOutput, world: World): Promise<void> {
  const content = format === 'json' ? formatJson(json()) : `${await text()}\n`;
  if (output !== undefined) await world.files.save(output, content);
  else world.print(content.replace(/\n$/, ''));
}
