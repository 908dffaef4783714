import type { Block, Document } from '../model/document.js';
import { formatPeriodInChinese } from '../model/time-period-text.js';
import type { Claim } from './claim.js';
import { readForms } from './explicit-form.js';
import { sentencesOf } from './frame.js';
import { readHeading } from './heading-scope.js';
import type { LeftColumn } from './left-column.js';
import { maskedClaim } from './masked-claim.js';
import { distinctPeriods } from './periods.js';
import { isFigureCell, readCell } from './read-cell.js';
import { readSentence } from './read-sentence.js';
import type { ReadingContext } from './reading-context.js';
import type { AreaScope, PeriodScope, Scope } from './scope.js';
import { beginning, type SentenceState } from './sentence-state.js';
import { speakingYear } from './speaking-year.js';
import { alsoNamed } from './those-named.js';
import { tokenize } from './tokenize.js';
import { withTones } from './tone.js';
import { behindHeading, behindParagraph, noTrail, onTrail, type Trail } from './trail.js';

/*
 * How a text is read:
 *
 *   Document ── blocks ──> Token[]            tokenize: longest match; every character is in one token
 *            ──> sentences of clauses          frame: cut at 。；，
 *            ──> Frame (number, words before)  frame
 *            ──> PatternMatch                  pattern: the table of sentence patterns
 *            ──> Scene + Scope                 scene, silent-clause: what the words and those before them set
 *            ──> Claim with Readings           build-claim: the questions it puts to the data
 *
 * A paragraph begins with the scope of its headings, a sentence with that of its paragraph.
 */

/** Where a block stands: under which headings, and behind which paragraphs. */
interface Standing {
  readonly outer: Scope;
  readonly trail: Trail;
}

/** Reads every number of a document: one claim each, in reading order. */
export function readDocument(document: Document, project: ReadingContext): readonly Claim[] {
  return walk(document, project).flatMap((b) => b.claims);
}

function walk(
  document: Document,
  project: ReadingContext,
): readonly (Standing & { readonly claims: readonly Claim[] })[] {
  const context: ReadingContext = { ...project, year: project.year ?? speakingYear(document) };
  let outer = initialScope(context);
  let left: LeftColumn | undefined;
  let trail = noTrail;
  return document.blocks.map((block, index) => {
    if (isHeading(block)) {
      outer = readHeading(block, outer, context);
      trail = behindHeading(trail, block, outer, context);
    }
    const standing = { outer, trail };
    const tokens = block.kind === 'cell' ? tokenize(block.text, context.dictionary) : [];
    if (isFigureCell(block, tokens)) {
      const cell = readCell(block, index, outer, context, left);
      left = cell.left;
      return { ...standing, claims: readForms([cell.claim], tokens, index, initialScope(context), context) };
    }
    left = undefined;
    const { claims, ended } = readBlock(block, index, standing, context);
    if (block.kind === 'paragraph') trail = behindParagraph(trail, claims, ended, context);
    return { ...standing, claims };
  });
}

const isHeading = ({ kind }: Block): boolean => kind === 'title' || kind === 'heading';

/** Reads one block again with another text in it. */
export type Reread = (index: number, text: string) => readonly Claim[];

/** A reader of single blocks, each where it stands in its document. What stands before them is read when first needed. */
export function rereader(document: Document, project: ReadingContext): Reread {
  const context: ReadingContext = { ...project, year: project.year ?? speakingYear(document) };
  let standings: readonly Standing[] | undefined;
  return (index, text) => {
    standings ??= walk(document, context);
    return readBlock({ ...document.blocks[index]!, text }, index, standings[index]!, context).claims;
  };
}

/** The scope of a text that has said nothing yet: the project's region and period. */
export function initialScope({ period, dictionary }: ReadingContext): Scope {
  const { home } = dictionary.vocabulary;
  return {
    period: {
      candidates: period ? [period] : [],
      explicit: false,
      asOf: false,
      words: period ? formatPeriodInChinese(period) : '',
    },
    areas: { list: [home], alternatives: [home], explicit: false, words: '' },
    entities: [],
    subject: undefined,
    scenario: 'actual',
    scenarioWords: '',
    doubt: undefined,
  };
}

/** Reads the sentences of one block, and tells the scope in which it ends; verbatim text is not read. */
function readBlock(
  block: Block,
  index: number,
  { outer: headed, trail }: Standing,
  context: ReadingContext,
): { readonly claims: readonly Claim[]; readonly ended: Scope | undefined } {
  if (block.kind === 'verbatim') return { claims: [], ended: undefined };
  const outer = block.kind === 'paragraph' ? onTrail(headed, trail) : headed;
  const tokens = tokenize(block.text, context.dictionary);
  const masked = tokens.filter((t) => t.masked).map((t) => maskedClaim(t, index));
  let paragraph: {
    scope: Scope;
    opening: boolean;
    said: Scope | undefined;
    subject: string | undefined;
    only: Scope['entities'];
    named: Scope['entities'];
    mentioned: readonly string[];
  } = {
    scope: outer,
    opening: !trail.otherSubject,
    said: undefined,
    subject: undefined,
    only: [],
    named: [],
    mentioned: [],
  };
  const claims: Claim[] = [...masked];
  for (const sentence of sentencesOf(tokens)) {
    const own = beginSentence(outer, paragraph.said, paragraph.only, paragraph.mentioned);
    const scope = paragraph.subject === undefined ? own : { ...own, subject: paragraph.subject };
    const start = beginning(scope, paragraph.opening, paragraph.named);
    const end = readSentence(sentence, start, index, context);
    claims.push(...end.claims, ...end.statements);
    const kept = end.sentenceOnly ? { ...end.scope, period: start.scope.period } : end.scope;
    paragraph = {
      scope: outer,
      opening: end.opening,
      said: kept,
      subject: topicSubject(end, context),
      only: onlySubject(end),
      named: alsoNamed(end.namedBefore, end.named),
      mentioned: end.mentioned.length > 0 ? end.mentioned : end.scope.areas.explicit ? [] : paragraph.mentioned,
    };
  }
  const read = readForms(claims, tokens, index, initialScope(context), context);
  const ordered = [...read].sort((a, b) => a.number.start - b.number.start);
  return { claims: withTones(ordered, tokens), ended: paragraph.said };
}

/** 快递业务量完成×万件。增速居全省第×位。 A sentence that names nothing goes on about the one thing of the sentence before. */
function onlySubject({ claims, scope }: SentenceState): Scope['entities'] {
  const ids = new Set(claims.flatMap((c) => c.readings.map((r) => r.indicator)));
  const clear = ids.size === 1 && scope.doubt === undefined && claims.every((c) => c.problem === undefined);
  const [only, ...others] = scope.entities;
  // What a bare segment (同城快递) measures is not carried over the full stop.
  return clear && only?.candidates.length === 1 && others.length === 0 ? [{ ...only, word: undefined }] : [];
}

/** 快递业务稳中向好。 A sentence without a number that names a subject alone tells what the next one speaks of. */
function topicSubject({ claims, scope }: SentenceState, { dictionary }: ReadingContext): string | undefined {
  const [only, ...others] = scope.entities;
  if (!only || others.length > 0 || claims.length > 0 || scope.doubt) return undefined;
  const names = dictionary.vocabulary.catalogue.terms(only.words);
  return names.length === 1 && names[0]!.kind === 'subject' ? names[0]!.subject : undefined;
}

/**
 * A new sentence keeps the period of its paragraph. A region other than the report's own may have ended with its sentence
 * or not: both stay possible. Subjects, indicators, plans and doubts end with the full stop.
 */
function beginSentence(
  outer: Scope,
  before: Scope | undefined,
  only: Scope['entities'],
  mentioned: readonly string[],
): Scope {
  if (!before) return outer;
  const both = [...outer.period.candidates, ...before.period.candidates];
  const period: PeriodScope = before.period.explicit
    ? before.period
    : { ...outer.period, candidates: distinctPeriods(both) };
  const moved =
    before.areas.explicit && !(before.areas.list.length === 1 && before.areas.list[0] === outer.areas.list[0]);
  const others = [...(moved ? before.areas.alternatives : []), ...mentioned];
  const areas: AreaScope =
    others.length > 0
      ? { ...outer.areas, alternatives: [...new Set([...outer.areas.alternatives, ...others])] }
      : outer.areas;
  return { ...outer, period, areas, entities: only };
}
