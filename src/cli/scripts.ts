import type { WorkScript } from './work.js';

const returns = () => import('./scripts/returns.js');
const tables = () => import('./scripts/tables.js');
const texts = () => import('./scripts/texts.js');

/**
 * The script in which each command is. The build makes one file of each, with all that its commands need: a process runs one
 * command, and loads none of what only the others use.
 */
export const loadScript: Readonly<Record<string, () => Promise<WorkScript>>> = {
  init: returns,
  inspect: returns,
  check: returns,
  growth: tables,
  rank: tables,
  plan: texts,
  fill: texts,
  verify: texts,
  explain: texts,
};

/** The script for what goes wrong before a command is known. */
export const loadSmallestScript = tables;
