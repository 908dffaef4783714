import type { MeasureContext } from '../../measures/context.js';
import type { PeerGroup } from '../../measures/query.js';

/** Among whom an area is ranked: the project's peers where it is one of them, else the members of its own parent. */
export function peersOf(refArea: string, peers: PeerGroup | undefined, context: MeasureContext): PeerGroup | undefined {
  if (peers?.codes.includes(refArea)) return peers;
  const parent = context.refAreas.get(refArea)?.parent;
  if (parent === undefined) return undefined;
  const codes = context.refAreas.members(parent).map((a) => a.code);
  return codes.includes(refArea) ? { name: context.refAreas.get(parent)?.name ?? parent, codes } : undefined;
}
