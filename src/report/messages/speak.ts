import catalogue from './catalogue.yaml';
import checking from './checking.yaml';
import checks from './checks.yaml';
import claims from './claims.yaml';
import cli from './cli.yaml';
import common from './common.yaml';
import documents from './documents.yaml';
import ingest from './ingest.yaml';
import inspection from './inspection.yaml';
import type { Lang } from './language.js';
import meanings from './meanings.yaml';
import measures from './measures.yaml';
import { type MessageTable, readMessageTables } from './message-table.js';
import project from './project.yaml';
import reports from './reports.yaml';
import { sanitise } from './sanitise.js';
import sheet from './sheet.yaml';
import tables from './tables.yaml';
import { fillMessage, type MessageArguments } from './template.js';
import verify from './verify.yaml';

const FILES = {
  common,
  cli,
  project,
  catalogue,
  ingest,
  documents,
  tables,
  measures,
  claims,
  meanings,
  inspection,
  checking,
  checks,
  reports,
  sheet,
  verify,
};

let table: MessageTable | undefined;

/** The prose of every code that a room can emit. One file a room, owned by the room. Read when the first is to be said. */
export function messages(): MessageTable {
  table ??= readMessageTables(FILES);
  return table;
}

/** Anything with a code and its arguments: a diagnostic, a note of a figure. */
export interface Said {
  readonly code: string;
  readonly args: MessageArguments;
}

/** Words a finding: what was found, what was expected. A code without a message is shown as it stands. */
export function speak({ code, args }: Said, lang: Lang): string {
  const message = messages().get(code);
  return message ? fillMessage(message[lang], withReason(args, lang), lang) : showCode(code, args);
}

/** A reason that has words of its own is said in them. */
function withReason(args: MessageArguments, lang: Lang): MessageArguments {
  const words = messages().get(`reason-${String(args['reason'])}`);
  return args['reason'] === undefined || words === undefined
    ? args
    : { ...args, reason: fillMessage(words[lang], {}, lang) };
}

/** What to do about it, where the message says so: an advice that is all an absent argument is none. */
export function adviseOn({ code, args }: Said, lang: Lang): string | undefined {
  const help = messages().get(code)?.help;
  return (help && fillMessage(help[lang], args, lang)) || undefined;
}

/** The message and its advice, in one line. */
export function speakFully(said: Said, lang: Lang): string {
  const advice = adviseOn(said, lang);
  if (advice === undefined) return speak(said, lang);
  return speak(said, lang) + (lang === 'zh' ? `。${advice}` : `. ${advice}`);
}

function showCode(code: string, args: MessageArguments): string {
  const told = Object.entries(args).map(([name, value]) => sanitise(`${name}=${String(value)}`));
  return [code, ...told].join(' ');
}
