import * as z from 'zod';
import type { Catalogue } from '../catalogue/catalogue.js';
import data from './lexicon/short-names.yaml';

const text = z.string().min(1);
const schema = z.strictObject({
  abbreviations: z.array(z.strictObject({ full: text, short: z.array(text) })),
  verbs: z.array(text),
  measures: z.array(text),
  sets: z.array(z.strictObject({ says: z.array(text), names: z.array(text), before: z.array(text).optional() })),
});

let compiled: z.output<typeof schema> | undefined;
const tables = () => {
  compiled ??= schema.parse(data);
  return compiled;
};

/** 三次产业 and the names that it puts into one word, with what must follow it where that matters. */
export const nameSets = (): z.output<typeof schema>['sets'] => tables().sets;

/** Short ways to say names of a catalogue, each with the names that it may stand for: 规上工业增加值, 用电. */
export function shortNames(catalogue: Catalogue): ReadonlyMap<string, readonly string[]> {
  const { abbreviations, verbs, measures } = tables();
  const found = new Map<string, string[]>();
  const add = (short: string, name: string) => {
    if (catalogue.terms(short).length === 0) found.set(short, [...(found.get(short) ?? []), name]);
  };
  const names = [...catalogue.names()];
  for (const name of names)
    for (const { full, short } of abbreviations)
      if (name.includes(full)) for (const s of short) add(name.replace(full, s), name);
  for (const name of [...names, ...found.keys()]) {
    const measure = measures.find((m) => name.endsWith(m) && verbs.some((v) => name.endsWith(v + m)));
    if (measure !== undefined) for (const of of found.get(name) ?? [name]) add(name.slice(0, -measure.length), of);
  }
  return found;
}
