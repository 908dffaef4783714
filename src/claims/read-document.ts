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

/** Reads every number of a document: one claim each, in reading order. */
export function readDocument(document: Document, project: ReadingContext): readonly Claim[] {
  const context: ReadingContext = { ...project, year: project.year ?? speakingYear(document) };
  const claims: Claim[] = [];
  let outer = initialScope(context);
  let left: LeftColumn | undefined;
  document.blocks.forEach((block, index) => {
    if (block.kind === 'title' || block.kind === 'heading') outer = readHeading(block, outer, context);
    const tokens = block.kind === 'cell' ? tokenize(block.text, context.dictionary) : [];
    if (isFigureCell(block, tokens)) {
      const cell = readCell(block, index, outer, context, left);
      claims.push(...readForms([cell.claim], tokens, index, initialScope(context), context));
      left = cell.left;
    } else {
      claims.push(...readBlock(block, index, outer, context));
      left = undefined;
    }
  });
  return claims;
}

/** Reads one block again with another text in it. */
export type Reread = (index: number, text: string) => readonly Claim[];

/** A reader of single blocks, each under the headings that stand above it. The headings are read when first needed. */
export function rereader(document: Document, project: ReadingContext): Reread {
  const context: ReadingContext = { ...project, year: project.year ?? speakingYear(document) };
  let scopes: readonly Scope[] | undefined;
  return (index, text) => {
    scopes ??= scopesOf(document, context);
    return readBlock({ ...document.blocks[index]!, text }, index, scopes[index]!, context);
  };
}

/** What the headings above each block set. */
function scopesOf({ blocks }: Document, context: ReadingContext): readonly Scope[] {
  let outer = initialScope(context);
  return blocks.map((block) => {
    if (block.kind === 'title' || block.kind === 'heading') outer = readHeading(block, outer, context);
    return outer;
  });
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

/** Reads the sentences of one block; verbatim text is not read. */
function readBlock(block: Block, index: number, outer: Scope, context: ReadingContext): readonly Claim[] {
  if (block.kind === 'verbatim') return [];
  const tokens = tokenize(block.text, context.dictionary);
  const masked = tokens.filter((t) => t.masked).map((t) => maskedClaim(t, index));
  let paragraph: {
    scope: Scope;
    opening: boolean;
    said: Scope | undefined;
    subject: string | undefined;
    only: Scope['entities'];
    named: Scope['entities'];
  } = {
    scope: outer,
    opening: true,
    said: undefined,
    subject: undefined,
    only: [],
    named: [],
  };
  const claims: Claim[] = [...masked];
  for (const sentence of sentencesOf(tokens)) {
    const own = beginSentence(outer, paragraph.said, paragraph.only);
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
    };
  }
  const read = readForms(claims, tokens, index, initialScope(context), context);
  return [...read].sort((a, b) => a.number.start - b.number.start);
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
function topicSubject({ claims, scope, named }: SentenceState, { dictionary }: ReadingContext): string | undefined {
  const [only, ...others] = named;
  if (!only || others.length > 0 || claims.length > 0 || scope.doubt) return undefined;
  const names = dictionary.vocabulary.catalogue.terms(only.words);
  return names.length === 1 && names[0]!.kind === 'subject' ? names[0]!.subject : undefined;
}

/**
 * A new sentence keeps the period of its paragraph. A region other than the report's own may have ended with its sentence
 * or not: both stay possible. Subjects, indicators, plans and doubts end with the full stop.
 */
function beginSentence(outer: Scope, before: Scope | undefined, only: Scope['entities']): Scope {
  if (!before) return outer;
  const both = [...outer.period.candidates, ...before.period.candidates];
  const period: PeriodScope = before.period.explicit
    ? before.period
    : { ...outer.period, candidates: distinctPeriods(both) };
  const moved =
    before.areas.explicit && !(before.areas.list.length === 1 && before.areas.list[0] === outer.areas.list[0]);
  const areas: AreaScope = moved
    ? {
        ...outer.areas,
        alternatives: [
          ...outer.areas.alternatives,
          ...before.areas.alternatives.filter((a) => !outer.areas.alternatives.includes(a)),
        ],
      }
    : outer.areas;
  return { ...outer, period, areas, entities: only };
}
