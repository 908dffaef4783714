import * as z from 'zod';
import { plainHeading } from '../../catalogue/heading-words.js';
import type { Place } from '../../model/diagnostic.js';
import { COUNTRY, type RefArea } from '../../model/ref-area.js';
import { bareName, type Names } from '../names.js';
import provinceLetters from './province-letters.yaml';

const LEVEL_OF: Record<string, string> = {
  省: 'province',
  市: 'prefecture',
  区: 'province',
  县: 'county',
  国: 'country',
};

const LETTERS = new Map(Object.entries(z.record(z.string(), z.string()).parse(provinceLetters)));

const isShared = (areas: readonly RefArea[]): boolean => areas.length > 1 && areas.every((a) => a.level === 'county');

/** Finds the regions of row or column labels, and what a total row (合计, 全省) is the total of. */
export class AreaLabels {
  readonly #names: Names;
  readonly #around: string | undefined;
  readonly #home: string | undefined;
  readonly #whole: string | undefined;
  readonly #codes: ReadonlyMap<string, string>;
  readonly #placeOf: (row: number, column: number) => Place;
  /** Labels that several counties share: 桥西区 lies in the city above it. */
  readonly #shared = new Set<string>();
  /** The last city or province that a label named. */
  #above: string | undefined;

  /** `texts`: all labels. `around`: code of the region that title or caption name. */
  constructor(
    texts: Iterable<string>,
    names: Names,
    around: string | undefined,
    home: string | undefined,
    placeOf: (row: number, column: number) => Place,
  ) {
    this.#placeOf = placeOf;
    this.#names = names;
    this.#around = around;
    this.#home = home;
    const codes = new Map<string, string>();
    const letters: string[] = [];
    let count = 0;
    for (const text of texts) {
      count += 1;
      if (names.isStrangeArea(text)) continue;
      const bare = this.#bare(text);
      const code = names.areaOf(bare, around);
      if (code !== undefined) codes.set(text, code);
      if (isShared(names.refAreas.named(bareName(bare)))) this.#shared.add(text);
      if (LETTERS.has(bare)) letters.push(text);
    }
    // 京, 津, 冀 name provinces where the labels beside them do so too.
    if (letters.length > 1 && 2 * letters.length >= count)
      for (const text of letters) codes.set(text, LETTERS.get(this.#bare(text))!);
    this.#codes = codes;
    this.#whole = this.#commonParent(new Set(codes.values()));
  }

  /** Region code, or the name as delivered. Row and column say where it stands. */
  resolve(text: string, isTotal: boolean, row: number, column: number): string {
    const known = (this.#shared.has(text) ? this.#insideAbove(text) : undefined) ?? this.#codes.get(text);
    if (this.readsInOrder) this.#descend(known);
    if (known !== undefined) {
      this.#names.noteKnownArea(known);
      return known;
    }
    if (!isTotal && this.#names.isStrangeArea(text)) return text;
    if (isTotal) return this.#totalOf(plainHeading(text)) ?? plainHeading(text);
    return this.#names.area(this.#bare(text), () => this.#placeOf(row, column), this.#around);
  }

  /** Whether what a label means depends on the labels above it. */
  get readsInOrder(): boolean {
    return this.#shared.size > 0;
  }

  /** Below a city its counties are expected; with any other label that list is over. */
  #descend(known: string | undefined): void {
    const { refAreas } = this.#names;
    if (known !== undefined && refAreas.get(known)?.level !== 'county') this.#above = known;
    else if (known === undefined || this.#above === undefined || !refAreas.isWithin(known, this.#above))
      this.#above = undefined;
  }

  /** The county of that name in the city above. */
  #insideAbove(text: string): string | undefined {
    if (this.#above === undefined) return undefined;
    const { refAreas } = this.#names;
    const inside = refAreas.named(bareName(this.#bare(text))).filter((a) => refAreas.isWithin(a.code, this.#above!));
    return inside.length === 1 ? inside[0]!.code : undefined;
  }

  /** 其中：…, numbers and marks in front of a region. */
  #bare(text: string): string {
    return text.trim().replace(/^(?:其中\s*[:：]|#|[一二三四五六七八九十]{1,3}、|\d{1,2}[、.．])\s*/u, '');
  }

  /** The area of which every member is listed. */
  #commonParent(codes: ReadonlySet<string>): string | undefined {
    const { refAreas } = this.#names;
    const parents = new Set<string>();
    for (const code of codes) {
      const parent = refAreas.get(code)?.parent;
      if (parent !== undefined && !codes.has(parent)) parents.add(parent);
    }
    for (const parent of parents) {
      const members = refAreas.members(parent);
      if (members.length > 1 && members.every((m) => codes.has(m.code))) return parent;
    }
    return undefined;
  }

  #totalOf(text: string): string | undefined {
    if (text.startsWith('全国')) return COUNTRY;
    const level = /^全([省市区县])/u.exec(text)?.[1];
    if (level === undefined) return this.#whole ?? (this.#isParent(this.#around) ? this.#around : undefined);
    const { refAreas } = this.#names;
    for (const start of [this.#around, this.#whole, this.#commonArea(LEVEL_OF[level]!), this.#home])
      for (
        let at = start === undefined ? undefined : refAreas.get(start);
        at;
        at = at.parent === undefined ? undefined : refAreas.get(at.parent)
      )
        if (at.level === LEVEL_OF[level] || (level === '市' && at.level === 'province' && at.name.endsWith('市')))
          return at.code;
    return undefined;
  }

  /** The area of a level that all listed areas lie in. */
  #commonArea(level: string): string | undefined {
    const { refAreas } = this.#names;
    const found = new Set<string | undefined>();
    for (const code of this.#codes.values()) {
      let at = refAreas.get(code);
      while (at && at.level !== level) at = at.parent === undefined ? undefined : refAreas.get(at.parent);
      found.add(at?.code);
    }
    const [only] = found;
    return found.size === 1 ? only : undefined;
  }

  /** Whether the listed areas are members of it. */
  #isParent(code: string | undefined): boolean {
    return (
      code !== undefined && [...this.#codes.values()].every((c) => c === code || this.#names.refAreas.isWithin(c, code))
    );
  }
}
