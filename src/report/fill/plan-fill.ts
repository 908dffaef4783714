import type { Claim, ClaimKind } from '../../claims/claim.js';
import { type Answer, type Outcome, outcomeOf } from '../../claims/evaluate-claim.js';
import { readDocument } from '../../claims/read-document.js';
import { findSlots, type Slot } from '../../claims/slot.js';
import { decimalsFor } from '../../claims/wording/decimals.js';
import { inClaimUnit } from '../../claims/wording/displayed.js';
import { type ListSigns, wordFigure } from '../../claims/wording/word-figure.js';
import type { MessageArgument, Place } from '../../model/diagnostic.js';
import { type Document, placeInBlock } from '../../model/document.js';
import type { Edit } from '../../model/edit.js';
import { type Figure, isFigure } from '../../model/figure.js';
import { sign } from '../../model/rational.js';
import { round } from '../../model/rounding.js';
import type { ReportContext } from '../report-context.js';
import type { GivenAnswer, RecalledAnswer } from '../sheet/given-answer.js';
import { recallAnswers } from '../sheet/recall.js';
import { retype, wordGiven } from '../sheet/word-given.js';
import { factOf } from './facts.js';
import { findNames } from './names.js';

/** Why a slot is not filled. The code keys a message. */
export interface Reason {
  readonly code: string;
  readonly args: Readonly<Record<string, MessageArgument>>;
}

/** One slot of a template: what it is taken to mean, what fills it, or why it stays. */
export interface PlannedSlot {
  readonly no: number;
  readonly block: number;
  readonly slot: Slot;
  readonly place: Place;
  readonly before: string;
  readonly after: string;
  readonly kind: ClaimKind;
  readonly status: 'filled' | 'open' | 'ambiguous' | 'kept';
  readonly text?: string;
  readonly claim?: Claim;
  readonly figure?: Figure;
  readonly candidates: readonly Answer[];
  readonly reason?: Reason;
  readonly edits: readonly Edit[];
  /** Who decided, where a person did. */
  readonly given?: GivenAnswer;
}

/** What filling a template would do: a value that `plan` prints and `fill` applies. */
export interface FillPlan {
  readonly slots: readonly PlannedSlot[];
  readonly summary: {
    readonly total: number;
    readonly filled: number;
    readonly open: number;
    readonly ambiguous: number;
    readonly kept: number;
  };
}

type Decision = Pick<
  PlannedSlot,
  'kind' | 'status' | 'text' | 'claim' | 'figure' | 'candidates' | 'reason' | 'edits' | 'given'
>;

/** All that the decision on one slot rests on. */
interface Basis {
  readonly claims: readonly Claim[];
  readonly outcomes: ReadonlyMap<Claim, Outcome>;
  /** What people have decided, by claim. */
  readonly given: ReadonlyMap<Claim, GivenAnswer>;
  readonly context: ReportContext;
}

/** A slot where it stands. `kept`: nobody's to fill. */
interface Located {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly slot: Slot;
  readonly kept: boolean;
  readonly name: string | undefined;
  readonly claim: Claim | undefined;
}

const NONE: ReadonlyMap<number, GivenAnswer> = new Map();

/**
 * Plans every slot of a template. Nothing is guessed: what the sentence or the data do not determine stays open, unless a
 * person has decided it, now (`answers`, by the slot's number) or for an earlier edition (the answers of the context).
 */
export function planFill(document: Document, context: ReportContext, answers = NONE): FillPlan {
  const claims = readDocument(document, context.reading).filter((c) => c.number.value.kind === 'slot');
  const located = locate(document, claims, context);
  const recalled = recallAnswers(document, located, context);
  const outcomes = new Map(claims.map((c) => [c, outcomeOf(c, context.measures)]));
  const given = new Map<Claim, GivenAnswer>();
  located.forEach(({ claim }, i) => {
    if (!claim) return;
    const old = recalled.get(i + 1);
    const answer = answers.get(i + 1) ?? (old && answersStill(old, outcomes.get(claim)) ? old : undefined);
    if (!answer) return;
    given.set(claim, answer);
    outcomes.set(claim, chosenOutcome(outcomes.get(claim)!, answer));
  });
  const basis: Basis = { claims, outcomes, given, context };
  const slots = located.map((at, i): PlannedSlot => {
    const block = document.blocks[at.block]!;
    const planned = at.kept ? keep() : at.name !== undefined ? fillText('name', at, at.name) : decide(at, basis);
    return {
      no: i + 1,
      block: at.block,
      slot: at.slot,
      place: placeInBlock(block, at.start),
      before: block.text.slice(Math.max(0, at.start - 24), at.start),
      after: block.text.slice(at.end, at.end + 12),
      ...settle(planned, at, answers.get(i + 1), recalled.get(i + 1), basis),
    };
  });
  const count = (status: PlannedSlot['status']) => slots.filter((s) => s.status === status).length;
  return {
    slots,
    summary: {
      total: slots.length,
      filled: count('filled'),
      open: count('open'),
      ambiguous: count('ambiguous'),
      kept: count('kept'),
    },
  };
}

/** Every slot of the document in reading order, with the claim and the known name that stand there. */
function locate(document: Document, claims: readonly Claim[], { names }: ReportContext): readonly Located[] {
  const claimAt = new Map(claims.map((c) => [`${c.block}:${c.number.start}`, c]));
  return document.blocks.flatMap((block, index) => {
    const found = findSlots(block.text);
    const named = new Map(findNames(block.text, found.slots, names).map((n) => [n.slot, n.text]));
    const kept = new Set(found.kept);
    return [...found.slots, ...found.kept]
      .sort((a, b) => a.start - b.start)
      .map((slot) => ({
        block: index,
        start: slot.start,
        end: slot.end,
        slot,
        kept: block.kind === 'verbatim' || kept.has(slot),
        name: named.get(slot),
        claim: claimAt.get(`${index}:${slot.start}`),
      }));
  });
}

/** Whether an answer from an earlier edition is still asked for: a chosen reading, or what the data do not give. */
const answersStill = (old: RecalledAnswer, outcome: Outcome | undefined): boolean =>
  old.agrees !== undefined || (old.insteadOf === undefined && outcome?.kind !== 'figure');

/** Where a person has chosen one of several readings, the data answer that one. */
function chosenOutcome(outcome: Outcome, given: GivenAnswer): Outcome {
  const answer = typeof given.agrees === 'number' ? outcome.answers[given.agrees] : undefined;
  if (!answer || !isFigure(answer.figure)) return outcome;
  return { kind: 'figure', figure: answer.figure, answers: [answer] };
}

/** A person's decision over that of the sentence. One from an earlier edition holds only where it was made for the same. */
function settle(
  planned: Decision,
  at: Located,
  answer: GivenAnswer | undefined,
  recalled: RecalledAnswer | undefined,
  basis: Basis,
): Decision {
  const holds =
    recalled?.insteadOf === undefined
      ? recalled?.agrees !== undefined || planned.status !== 'filled'
      : recalled.insteadOf === planned.text;
  const given = answer ?? (holds && planned.status !== 'kept' ? recalled : undefined);
  if (!given) return planned;
  if (given.agrees !== undefined) {
    if (planned.status !== 'filled') return planned;
    const printed = planned.text ?? '';
    const edits = retype(planned.edits, printed, given.text);
    return { ...planned, text: given.text === '' ? printed : given.text, edits, given };
  }
  const { claim } = at;
  const edits = wordGiven(at, claim, given, claim && signsOfList(claim, basis));
  return {
    kind: planned.kind,
    status: 'filled',
    text: given.text,
    candidates: [],
    edits,
    given,
    ...(claim ? { claim } : {}),
  };
}

const keep = (): Decision => ({
  kind: 'none',
  status: 'kept',
  candidates: [],
  reason: { code: 'not-a-slot', args: {} },
  edits: [],
});

function fillText(kind: ClaimKind, { block, start, end }: Located, text: string, claim?: Claim): Decision {
  const edit: Edit = { block, start, end, text, kind: 'fill' };
  return { kind, status: 'filled', text, candidates: [], edits: [edit], ...(claim ? { claim } : {}) };
}

function decide(at: Located, basis: Basis): Decision {
  const { block, claim } = at;
  const { outcomes, context } = basis;
  if (!claim)
    return { kind: 'none', status: 'open', candidates: [], reason: { code: 'not-understood', args: {} }, edits: [] };
  if (claim.literal !== undefined) return fillText('name', at, claim.literal, claim);
  const fact = factOf(claim, context.facts);
  if (fact) return fillText('fact', at, fact.text, claim);
  const outcome = outcomes.get(claim)!;
  const base = { kind: claim.kind, claim, candidates: outcome.answers, edits: [] };
  if (outcome.kind === 'ambiguous')
    return { ...base, status: 'ambiguous', reason: { code: 'readings-differ', args: {} } };
  if (outcome.kind === 'none')
    return { ...base, status: 'open', reason: { code: outcome.why.reason, args: outcome.why.args } };
  const wording = wordFigure(claim, outcome.figure, context.wording, signsOfList(claim, basis));
  if ('reason' in wording)
    return { ...base, status: 'open', figure: outcome.figure, reason: { code: wording.reason, args: wording.args } };
  const { start, end } = wording.span;
  const edits: Edit[] = [
    { block, start, end, text: wording.text, kind: 'fill' },
    ...wording.words.map((w): Edit => ({ ...w, block, kind: 'word' })),
  ];
  return { ...base, status: 'filled', text: wording.text, figure: outcome.figure, edits: inOrder(edits) };
}

/** In the order of the text: a verb inserted in front of the number comes before it. */
const inOrder = (edits: readonly Edit[]): readonly Edit[] =>
  [...edits].sort((a, b) => a.start - b.start || a.end - b.end);

/** Signs of all members of the list that a claim belongs to, in order. A typed magnitude has the sign of the template's verb. */
function signsOfList(claim: Claim, { claims, outcomes, given, context }: Basis): ListSigns | undefined {
  if (!claim.list || !claim.sign) return undefined;
  return claims
    .filter((c) => c.block === claim.block && c.list && c.sign?.start === claim.sign?.start)
    .sort((a, b) => a.list!.index - b.list!.index)
    .map((c) => {
      if (given.get(c)?.agrees === undefined && given.has(c)) return c.sign!.sign;
      const outcome = outcomes.get(c);
      const own = outcome?.kind === 'figure' && isFigure(outcome.figure) ? inClaimUnit(outcome.figure, c) : undefined;
      if (outcome?.kind !== 'figure' || !own || !('value' in own)) return undefined;
      // What rounds to zero is left open and changes no verb: the others cannot lean on its sign.
      const { wording } = context;
      const shown = round(own.value, decimalsFor(c, outcome.figure, own.unit, wording.decimals), wording.rounding);
      return shown.digits === 0n ? 0 : sign(own.value);
    });
}

/** All edits of a plan, for the document's writer. */
export const editsOf = (plan: FillPlan): readonly Edit[] => plan.slots.flatMap((s) => s.edits);
