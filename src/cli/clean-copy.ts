import { findSlots } from '../claims/slot.js';
import { cannot } from './cannot-run.js';
import type { CommandInput } from './command-input.js';
import type { ExitCode } from './exit-code.js';
import { loadDocument } from './load-document.js';
import { tellDiagnostics } from './tell-diagnostics.js';
import type { World } from './world.js';

/** Options that fill, which a clean copy does not. */
const FILLING = ['mark', 'track', 'sheet', 'once', 'keep-words'];

/** A draft without our comments, highlights, tracked changes and records. It needs no project: nothing is filled. */
export async function cleanCopy(draft: string, output: string, input: CommandInput, world: World): Promise<ExitCode> {
  const other = FILLING.find((name) => (name === 'sheet' ? input.text(name) !== undefined : input.flag(name)));
  if (other !== undefined) throw cannot('clean-alone', { option: `--${other}` });
  const opened = await loadDocument(draft, world);
  tellDiagnostics(opened.diagnostics, world);

  const { bytes, removed, kept } = opened.clean();
  await world.files.save(output, bytes);

  const file = world.files.nameOf(output);
  if (Object.values(removed).some((count) => count > 0)) world.printSaid('clean-written', { file, ...removed });
  else world.printSaid('clean-nothing', { file: world.files.nameOf(draft), output: file });
  if (kept.comments + kept.changes > 0) world.printSaid('clean-kept', { ...kept });
  const open = opened.document.blocks.filter((b) => b.kind !== 'verbatim').flatMap((b) => findSlots(b.text).slots);
  if (open.length === 0) return 0;
  world.printSaid('clean-open', { count: open.length });
  return input.flag('allow-open') ? 0 : 1;
}
