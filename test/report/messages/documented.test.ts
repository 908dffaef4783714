import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Message } from '../../../src/report/messages/message-table.js';

const root = resolve(import.meta.dirname, '../../..');
const folder = join(root, 'src/report/messages');

/** Words for lists and tables, which are no findings. */
const NOT_FINDINGS = ['meanings.yaml', 'inspection.yaml', 'checking.yaml', 'reports.yaml'];

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ').trim();

/** The page of all codes, made from the messages. */
function codesPage(): string {
  const lines = [
    '# Codes',
    '',
    'Every code that a message or a JSON output can carry, in both languages. `{name}` is an argument.',
    '',
  ];
  for (const file of readdirSync(folder)
    .filter((f) => f.endsWith('.yaml') && !NOT_FINDINGS.includes(f))
    .sort()) {
    const messages = parse(readFileSync(join(folder, file), 'utf8')) as Record<string, Message>;
    lines.push(`## ${file.replace('.yaml', '')}`, '', '| code | 中文 | English |', '| --- | --- | --- |');
    for (const [code, { zh, en }] of Object.entries(messages))
      lines.push(`| \`${code}\` | ${cell(zh)} | ${cell(en)} |`);
    lines.push('');
  }
  return lines.join('\n');
}

it('src/report/messages/codes.md lists every code (npx vitest run test/report/messages -u writes it anew)', async () => {
  await expect(codesPage()).toMatchFileSnapshot(join(root, 'src/report/messages/codes.md'));
});
