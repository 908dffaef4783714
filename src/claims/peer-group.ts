import type { PeerGroup } from '../measures/query.js';
import { peersOf } from './rank-reading.js';
import type { ReadingContext } from './reading-context.js';
import type { AreaScope } from './scope.js';
import { has, type Token } from './token.js';

/**
 * The regions among which those in front are named, or so many counted: those of a region or group that the clause names
 * (全省前三位), of a group in force (皖北六市中), of the home region where it has members that reports speak of, else the peers of
 * the project. Undefined where a word for them (设区市, 省份) speaks of others.
 */
export function peersMeant(
  words: readonly Token[],
  inForce: AreaScope,
  context: ReadingContext,
): PeerGroup | undefined {
  const { refAreas, home } = context.dictionary.vocabulary;
  const named = words.filter((t) => has(t, 'wide-area') || (has(t, 'area') && t.areas?.[0]?.startsWith('group:')));
  const group = inForce.list.length === 1 && inForce.list[0]!.startsWith('group:') ? inForce.list[0] : undefined;
  const own = refAreas.members(home).filter((a) => a.level !== 'county');
  const said =
    named.length > 0
      ? named[0]
      : group === undefined
        ? undefined
        : { text: inForce.words, start: 0, end: 0, classes: ['area' as const], areas: [group] };
  const meant = said
    ? [peersOf(said, context)]
    : [
        ...(own.length > 0 ? [{ name: refAreas.get(home)?.name ?? home, codes: own.map((a) => a.code) }] : []),
        context.peers,
      ];
  const nouns = words.filter((t) => has(t, 'peer-noun'));
  return meant.find(
    (peers) =>
      peers && peers.codes.length > 0 && nouns.every((n) => peers.codes.every((code) => isOf(n, code, context))),
  );
}

const isOf = ({ level }: Token, code: string, { dictionary }: ReadingContext): boolean => {
  const area = dictionary.vocabulary.refAreas.get(code);
  return level === 'any' || area?.level === level;
};
