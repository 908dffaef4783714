import * as z from 'zod';
import { type Definition, parseDefinitionText } from '../catalogue/load-definition.js';
import type { DecisionCode, Finding } from './diagnostics.js';

const text = z.string().trim().min(1);

/** A soft finding that somebody has accepted, with the reason that stays with the project (上报说明). */
export const decisionSchema = z.strictObject({
  finding: text.describe('id of the finding, as `check` prints it; it changes when a value of the finding changes'),
  reason: text.max(2000),
  by: text.optional().describe('who accepted it'),
  date: text.optional(),
  what: text.optional().describe('the finding in words, for people who read this file'),
});

/** The file in which a project keeps its decisions. Other parts of it belong to others. */
export const decisionsSchema = z.looseObject({ accepted: z.array(decisionSchema).default([]) });

export type Decision = z.output<typeof decisionSchema>;
export type DecisionsFile = z.output<typeof decisionsSchema>;

export const parseDecisionsText = (content: string, file: string): Definition<DecisionsFile> =>
  parseDefinitionText<DecisionsFile>(content, decisionsSchema, file);

/**
 * Applies decisions: an accepted soft finding stays in sight as information, with its reason. A hard finding cannot be
 * accepted. A decision whose finding is gone, or has come back with other values, is reported as outdated.
 */
export function applyDecisions(findings: readonly Finding[], decisions: readonly Decision[]): readonly Finding[] {
  const byFinding = new Map(decisions.map((d) => [d.finding, d]));
  const met = new Set<Decision>();
  const applied = findings.map((finding) => {
    const decision = byFinding.get(finding.id);
    if (!decision) return finding;
    met.add(decision);
    if (finding.severity === 'hard') return finding;
    const { reason, by } = decision;
    return { ...finding, severity: 'info' as const, accepted: { reason, ...(by === undefined ? {} : { by }) } };
  });
  const refused = applied.filter((f) => f.severity === 'hard' && byFinding.has(f.id));
  return [
    ...applied,
    ...refused.map((f) => about(byFinding.get(f.id)!, 'decision-on-hard')),
    ...decisions.filter((d) => !met.has(d)).map((d) => about(d, 'decision-outdated')),
  ];
}

function about(decision: Decision, code: DecisionCode): Finding {
  return {
    id: `${decision.finding}:${code}`,
    code,
    severity: 'soft',
    verdict: 'not-evaluated',
    rule: code,
    place: {},
    args: { reason: decision.reason, what: decision.what ?? decision.finding },
    cells: [],
  };
}
