import type { Claim, ClaimKind } from '../../claims/claim.js';
import { type Answer, type Outcome, outcomeOf } from '../../claims/evaluate-claim.js';
import { readDocument } from '../../claims/read-document.js';
import { findSlots, type Slot } from '../../claims/slot.js';
import { inClaimUnit } from '../../claims/wording/displayed.js';
import { type ListSigns, wordFigure } from '../../claims/wording/word-figure.js';
import type { MessageArgument, Place } from '../../model/diagnostic.js';
import { type Document, placeInBlock } from '../../model/document.js';
import type { Edit } from '../../model/edit.js';
import { type Figure, isFigure } from '../../model/figure.js';
import { sign } from '../../model/rational.js';
import type { ReportContext } from '../report-context.js';
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

type Decision = Pick<PlannedSlot, 'kind' | 'status' | 'text' | 'claim' | 'figure' | 'candidates' | 'reason' | 'edits'>;

/** Plans every slot of a template. Nothing is guessed: what the sentence or the data do not determine stays open. */
export function planFill(document: Document, context: ReportContext): FillPlan {
  const claims = readDocument(document, context.reading).filter((c) => c.number.value.kind === 'slot');
  const outcomes = new Map<Claim, Outcome>(claims.map((c) => [c, outcomeOf(c, context.measures)]));
  const slots: PlannedSlot[] = [];
  document.blocks.forEach((block, index) => {
    const found = findSlots(block.text);
    const names = findNames(block.text, found.slots, context.names);
    for (const slot of [...found.slots, ...found.kept].sort((a, b) => a.start - b.start)) {
      const name = names.find((n) => n.slot === slot);
      const claim = claims.find((c) => c.block === index && c.number.start === slot.start);
      const decided =
        block.kind === 'verbatim' || found.kept.includes(slot)
          ? keep()
          : name
            ? fillText('name', index, slot, name.text)
            : decide(claim, slot, index, claims, outcomes, context);
      slots.push({
        no: slots.length + 1,
        block: index,
        slot,
        place: placeInBlock(block, slot.start),
        before: block.text.slice(Math.max(0, slot.start - 24), slot.start),
        after: block.text.slice(slot.end, slot.end + 12),
        ...decided,
      });
    }
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

const keep = (): Decision => ({
  kind: 'none',
  status: 'kept',
  candidates: [],
  reason: { code: 'not-a-slot', args: {} },
  edits: [],
});

function fillText(kind: ClaimKind, block: number, slot: Slot, text: string, claim?: Claim): Decision {
  const edit: Edit = { block, start: slot.start, end: slot.end, text, kind: 'fill' };
  return { kind, status: 'filled', text, candidates: [], edits: [edit], ...(claim ? { claim } : {}) };
}

function decide(
  claim: Claim | undefined,
  slot: Slot,
  block: number,
  claims: readonly Claim[],
  outcomes: ReadonlyMap<Claim, Outcome>,
  context: ReportContext,
): Decision {
  if (!claim)
    return { kind: 'none', status: 'open', candidates: [], reason: { code: 'not-understood', args: {} }, edits: [] };
  if (claim.literal !== undefined) return fillText('name', block, slot, claim.literal, claim);
  const fact = factOf(claim, context.facts);
  if (fact) return fillText('fact', block, slot, fact.text, claim);
  const outcome = outcomes.get(claim)!;
  const base = { kind: claim.kind, claim, candidates: outcome.answers, edits: [] };
  if (outcome.kind === 'ambiguous')
    return { ...base, status: 'ambiguous', reason: { code: 'readings-differ', args: {} } };
  if (outcome.kind === 'none')
    return { ...base, status: 'open', reason: { code: outcome.why.reason, args: outcome.why.args } };
  const wording = wordFigure(claim, outcome.figure, context.wording, signsOfList(claim, claims, outcomes));
  if ('reason' in wording)
    return { ...base, status: 'open', figure: outcome.figure, reason: { code: wording.reason, args: wording.args } };
  const { start, end } = wording.span;
  const edits: Edit[] = [
    { block, start, end, text: wording.text, kind: 'fill' },
    ...wording.words.map((w): Edit => ({ ...w, block, kind: 'word' })),
  ];
  return { ...base, status: 'filled', text: wording.text, figure: outcome.figure, edits: merged(edits) };
}

/** A verb inserted right in front of the number is one edit with it. */
function merged(edits: readonly Edit[]): readonly Edit[] {
  const [fill, ...words] = edits;
  const glued = words.find((w) => w.start === w.end && w.start === fill!.start);
  if (!glued) return edits;
  return [{ ...fill!, text: glued.text + fill!.text }, ...words.filter((w) => w !== glued)];
}

/** Signs of all members of the list that a claim belongs to, in order. */
function signsOfList(
  claim: Claim,
  claims: readonly Claim[],
  outcomes: ReadonlyMap<Claim, Outcome>,
): ListSigns | undefined {
  if (!claim.list || !claim.sign) return undefined;
  return claims
    .filter((c) => c.block === claim.block && c.list && c.sign?.start === claim.sign?.start)
    .sort((a, b) => a.list!.index - b.list!.index)
    .map((c) => {
      const outcome = outcomes.get(c);
      const own = outcome?.kind === 'figure' && isFigure(outcome.figure) ? inClaimUnit(outcome.figure, c) : undefined;
      return own && 'value' in own ? sign(own.value) : undefined;
    });
}

/** All edits of a plan, for the document's writer. */
export const editsOf = (plan: FillPlan): readonly Edit[] => plan.slots.flatMap((s) => s.edits);
