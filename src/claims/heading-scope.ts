import type { Block } from '../model/document.js';
import type { ReadingContext } from './reading-context.js';
import { readScene } from './scene.js';
import type { AreaScope, Scope } from './scope.js';
import { has, type Token } from './token.js';
import { tokenize } from './tokenize.js';
import type { Vocabulary } from './vocabulary.js';

/** A title that names an occasion gives the date of the speech, not the period of its figures. */
const OCCASION = /会议|大会|全会|讲话|致辞|座谈/u;
/** Headings of what is to come. */
const AHEAD = /(?:安排|打算|计划|目标|展望|任务|部署|思路|举措|要点)/u;
const BEHIND = /(?:回顾|总结|情况|进度|进展|成效|成绩|完成)/u;

/** 关于河北省…的通报, 附表：…: what may stand in front of the name that a title is about. */
const OPENING = /(?:关于|印发|发布|公布|通报|附件|附表|[—－:：《“"])$/u;

/** 加快建设石家庄枢纽, 对标石家庄: a region within a slogan is not what the figures are about. */
const isMentioned = (area: Token, before: Token | undefined): boolean =>
  before !== undefined && before.end === area.start && has(before, 'unknown') && !OPENING.test(before.text);

/**
 * The region of a heading: one that the report's own lies in, or a part of it. A neighbour, or a group that the own region
 * belongs to (皖北枢纽城市), may be no more than a word of the title: both stay possible.
 */
function headed(named: AreaScope, own: AreaScope, { refAreas, groups, home }: Vocabulary): AreaScope {
  const [area, outer] = [named.list[0]!, own.list[0] ?? home];
  const above = (code: string): readonly string[] => {
    const parent = refAreas.get(code)?.parent;
    return parent === undefined ? [] : [parent, ...above(parent)];
  };
  const parts = area.startsWith('group:') ? (groups[area.slice('group:'.length)] ?? []) : [area];
  // Headings may go from one part to the next: （一）石家庄市, （二）保定市.
  const wholes = [home, outer, ...(outer === home ? [] : above(outer).slice(0, 1))];
  const related = [home, ...above(home)].includes(area) || parts.every((p) => above(p).some((a) => wholes.includes(a)));
  return related ? named : { ...own, alternatives: [...new Set([...own.alternatives, area])] };
}

/** What a title or heading sets for the text below it: period, region, and whether it speaks of plans. */
export function readHeading(block: Block, outer: Scope, context: ReadingContext): Scope {
  const all = tokenize(block.text, context.dictionary);
  const tokens = all.filter((t, i) => has(t, 'period') || (has(t, 'area', 'wide-area') && !isMentioned(t, all[i - 1])));
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
    ...(scene.areas?.list.length === 1 && !scene.problem
      ? { areas: headed(scene.areas, base.areas, context.dictionary.vocabulary) }
      : {}),
    ...(plan ? { scenario: 'plan' as const, scenarioWords: block.text } : {}),
  };
}
