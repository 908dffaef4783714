import type { Dictionary, Entry } from './dictionary.js';
import { nameSets } from './short-names.js';
import { has, type Token } from './token.js';

/*
 * Names of which a list says once what they share:
 *
 *   第一、二、三产业增加值          the end (产业增加值), and the beginning (第)
 *   对东盟、欧盟和美国分别进出口    the end behind other words
 *   一般公共预算收入、支出          the beginning
 *   三次产业增加值                  the whole list in one word
 *   制造业用电量×，…高于工业×       the end, said with the name before
 *
 * Every name that comes of it must be one of the catalogue (or a region), else nothing is read.
 */

const JOINT = /、|以及|及|和|与|暨/uy;
/** What a list of names may have between its last one and the end that all share. */
const GAP = /^(?:等)?(?:[两二三四五六]?(?:者|地|国|省|市|大市场|大经济体))?(?:分别|合计|累计|共)?(?:实现|完成)?$/u;
const LONGEST_ITEM = 12;
/** Behind a name that lacks its end: what is said of it. */
const GOES_ON =
  /^\s*(?:的?(?:平均|增速|增幅|降幅|整体|总体|比重|占比)|[×╳✕_\d]|同比|环比|比|较|增长|下降|增加|减少|上升|回落|完成|实现|为|达|占|、|和|与|及|累计|分别)/u;

type Named = readonly [string, Entry];

const isName = ({ classes }: Entry): boolean => classes[0] === 'term' || classes[0] === 'area';

function jointAt(text: string, at: number): number {
  JOINT.lastIndex = at;
  return JOINT.exec(text)?.[0].length ?? 0;
}

/** Tokens of a list of names that share a part; undefined where there is none at this place. */
export function matchElliptic(
  text: string,
  at: number,
  before: readonly Token[],
  dict: Dictionary,
): readonly Token[] | undefined {
  return matchSet(text, at, dict) ?? matchSharedEnd(text, at, before, dict);
}

const tokenOf = (text: string, start: number, end: number, [name, entry]: Named): Token => ({
  ...entry,
  text: text.slice(start, end),
  start,
  end,
  ...(entry.classes[0] === 'term' ? { means: entry.means ?? [name] } : {}),
});
const joint = (text: string, start: number, end: number): Token => ({
  text: text.slice(start, end),
  start,
  end,
  classes: ['conjunction'],
});

function matchSet(text: string, at: number, { names }: Dictionary): readonly Token[] | undefined {
  for (const { says: spellings, names: bases, before } of nameSets()) {
    const says = spellings.find((s) => text.startsWith(s, at)) ?? '';
    const from = at + says.length;
    if (says === '' || (before && !before.some((w) => text.startsWith(w, from)))) continue;
    for (let length = LONGEST_ITEM; length >= 0; length -= 1) {
      const end = text.slice(from, from + length);
      const found = bases.flatMap((b): readonly Named[] => {
        const entry = names.get(b + end);
        return entry ? [[b + end, entry]] : [];
      });
      if (end.length < length || found.length < bases.length || names.has(says + end)) continue;
      const last = from + length;
      return found.flatMap((n, i) =>
        i === 0 ? [tokenOf(text, at, last, n)] : [joint(text, last, last), tokenOf(text, last, last, n)],
      );
    }
  }
  return undefined;
}

/** A name that its indicator or region itself has: 出口. 风电 for 风电发电量 may lack another end (风电、光伏装机). */
function isNamed(name: string, { names, vocabulary: { catalogue } }: Dictionary): boolean {
  const entry = names.get(name);
  const own = entry && entry.classes[0] === 'term' ? catalogue.named(entry.means?.[0] ?? name) : undefined;
  return entry !== undefined && (own === undefined || own.name === name);
}

function matchSharedEnd(
  text: string,
  at: number,
  before: readonly Token[],
  dict: Dictionary,
): readonly Token[] | undefined {
  let best: readonly Token[] | undefined;
  for (let j = at + 1; j <= at + LONGEST_ITEM && j < text.length; j += 1) {
    if (/[，。；：！？\s\d×]/u.test(text[j]!)) break;
    if (jointAt(text, j) === 0) continue;
    const first = text.slice(at, j);
    if (isNamed(first, dict)) return undefined;
    for (const [name, entry] of dict.byFirst.get(first[0]!) ?? []) {
      if (!isName(entry) || !name.startsWith(first)) continue;
      const found = listWith(text, at, j, name.slice(first.length), [name, entry], dict);
      if (found && (!best || found[found.length - 1]!.end > best[best.length - 1]!.end)) best = found;
    }
  }
  const last = before[before.length - 1];
  return best && has(last, 'unknown') ? undefined : best;
}

/** The list whose first name is `first` without `end`, where every item makes a name with it. */
function listWith(
  text: string,
  at: number,
  j: number,
  end: string,
  first: Named,
  { names, byFirst }: Dictionary,
): readonly Token[] | undefined {
  const kind = first[1].classes[0];
  const named = (core: string): Named | undefined => {
    for (let k = 0; k <= 3 && k < j - at; k += 1) {
      const name = text.slice(at, at + k) + core + end;
      const entry = names.get(name);
      if (entry && core !== '' && entry.classes[0] === kind) return [name, entry];
    }
    return undefined;
  };
  const tokens: Token[] = [tokenOf(text, at, j, first)];
  let from = j;
  for (;;) {
    const length = jointAt(text, from);
    if (length === 0) return undefined;
    tokens.push(joint(text, from, from + length));
    from += length;
    const shared = text.indexOf(end, from + 1);
    if (shared > 0 && shared - from <= LONGEST_ITEM + 4) {
      const between = text.slice(from, shared);
      for (let k = between.length; k > 0; k -= 1) {
        const [core, gap] = [between.slice(0, k), between.slice(k)];
        if (!GAP.test(gap)) continue;
        const last = named(core);
        if (!last) continue;
        const coreEnd = from + core.length;
        if (gap === '') return [...tokens, tokenOf(text, from, shared + end.length, last)];
        const words = wordsOf(text, coreEnd, shared, byFirst);
        if (!words) continue;
        const tail: Token = { text: end, start: shared, end: shared + end.length, classes: ['filler'] };
        return [...tokens, tokenOf(text, from, coreEnd, last), ...words, tail];
      }
    }
    let next = from + 1;
    while (next < text.length && next - from <= LONGEST_ITEM && jointAt(text, next) === 0) next += 1;
    const item = named(text.slice(from, next));
    if (!item || jointAt(text, next) === 0) return undefined;
    tokens.push(tokenOf(text, from, next, item));
    from = next;
  }
}

/** Words of the tables from one place to another, and nothing else. */
function wordsOf(text: string, from: number, to: number, byFirst: Dictionary['byFirst']): readonly Token[] | undefined {
  const tokens: Token[] = [];
  for (let at = from; at < to; ) {
    const found = (byFirst.get(text[at]!) ?? []).find(([w]) => text.startsWith(w, at) && at + w.length <= to);
    if (!found) return undefined;
    tokens.push({ ...found[1], text: found[0], start: at, end: at + found[0].length });
    at += found[0].length;
  }
  return tokens;
}

/** Where no word begins: a name that lacks what the last name of its sentence has said, behind it (工业) or in front (支出). */
export function matchUnfinished(
  text: string,
  at: number,
  before: readonly Token[],
  { names, vocabulary }: Dictionary,
): Token | undefined {
  const last = before.findLast((t) => has(t, 'term') || (has(t, 'stop') && !/[；;]/u.test(t.text)));
  if (!last || !has(last, 'term')) return undefined;
  const { catalogue } = vocabulary;
  const tail = tailSaid(text, at, before);
  if (tail) return tail;
  const said = [last.text, ...(last.means ?? [])].flatMap((name) => {
    const indicator = catalogue.named(name);
    return indicator ? [name, indicator.name, ...indicator.aliases] : [];
  });
  const listed = before[before.length - 1] !== last && has(before[before.length - 1], 'conjunction');
  const parts = new Set(
    said.flatMap((name) => Array.from({ length: Math.max(0, name.length - 3) }, (_, i) => name.slice(i + 2))),
  );
  const heads = listed
    ? new Set(
        said.flatMap((name) => Array.from({ length: Math.max(0, name.length - 3) }, (_, i) => name.slice(0, i + 2))),
      )
    : [];
  for (let length = LONGEST_ITEM; length >= 2; length -= 1) {
    const core = text.slice(at, at + length);
    if (core.length < length || !GOES_ON.test(text.slice(at + length, at + length + 8))) continue;
    const whole = [...[...parts].map((p) => core + p), ...[...heads].map((h) => h + core)].find((n) => {
      const entry = names.get(n);
      return entry !== undefined && entry.classes[0] === 'term' && !said.includes(n);
    });
    if (whole !== undefined) return tokenOf(text, at, at + length, [whole, names.get(whole)!]);
  }
  return undefined;
}

/** 业务收入×，…收入增幅低于×: the end of one name that its sentence has said. */
function tailSaid(text: string, at: number, before: readonly Token[]): Token | undefined {
  const stop = before.findLastIndex((t) => has(t, 'stop') && !/[；;]/u.test(t.text));
  const said = before.slice(stop + 1).filter((t) => has(t, 'term'));
  for (let length = 4; length >= 2; length -= 1) {
    const tail = text.slice(at, at + length);
    if (tail.length < length || !GOES_ON.test(text.slice(at + length, at + length + 8))) continue;
    const own = new Map(said.filter((t) => t.text.endsWith(tail) && t.text !== tail).map((t) => [t.text, t]));
    const [only, ...others] = own.values();
    if (only && others.length === 0)
      return { ...only, text: tail, start: at, end: at + length, means: only.means ?? [only.text] };
  }
  return undefined;
}
