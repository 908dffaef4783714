import type { Block } from '../model/document.js';
import type { ReadingContext } from './reading-context.js';
import { readScene } from './scene.js';
import type { Scope } from './scope.js';
import { has } from './token.js';
import { tokenize } from './tokenize.js';

/** A title that names an occasion gives the date of the speech, not the period of its figures. */
const OCCASION = /会议|大会|全会|讲话|致辞|座谈/u;
/** Headings of what is to come. */
const AHEAD = /(?:安排|打算|计划|目标|展望|任务|部署|思路|举措|要点)/u;
const BEHIND = /(?:回顾|总结|情况|进度|进展|成效|成绩|完成)/u;

/** What a title or heading sets for the text below it: period, region, and whether it speaks of plans. */
export function readHeading(block: Block, outer: Scope, context: ReadingContext): Scope {
  const tokens = tokenize(block.text, context.dictionary).filter((t) => has(t, 'period', 'area', 'wide-area'));
  const first = tokens.filter(
    (t, i) => !(has(t, 'area', 'wide-area') && i > 0 && has(tokens[i - 1], 'area', 'wide-area')),
  );
  const scene = readScene(first, { ...outer, opening: true }, context);
  const occasion = block.kind === 'title' && OCCASION.test(block.text);
  const level = block.level ?? 1;
  const base = level <= 1 ? { ...outer, scenario: 'actual' as const, scenarioWords: '' } : outer;
  const plan = block.kind === 'heading' && AHEAD.test(block.text) && !BEHIND.test(block.text);
  return {
    ...base,
    ...(scene.period && scene.period.candidates.length > 0 && !occasion && !scene.problem
      ? { period: scene.period }
      : {}),
    ...(scene.areas?.list.length === 1 && !scene.problem ? { areas: scene.areas } : {}),
    ...(plan ? { scenario: 'plan' as const, scenarioWords: block.text } : {}),
  };
}
