import * as z from 'zod';
import type { Catalogue } from '../catalogue/catalogue.js';
import { nearestName } from '../catalogue/nearest-name.js';
import type { Indicator } from '../catalogue/schema.js';
import type { Place } from '../model/diagnostic.js';
import type { RefAreaTable } from '../model/ref-area.js';
import type { Findings } from './diagnostics.js';
import offices from './office-words.yaml';

/** A name taken to what it stands for, or kept as it stands. */
export interface ResolvedIndicator {
  /** Catalogue id, or the name as delivered. */
  readonly name: string;
  readonly indicator?: Indicator | undefined;
}

const SUGGESTIONS = 100;

/** How many names are remembered with what they stand for. */
const REMEMBERED = 100_000;

/** Letters of names and digits only: nothing to take off. */
const PLAIN = /^[\u4e00-\u9fff0-9]+$/;

/** A name without spaces and note marks: 北　京① → 北京. */
export const bareName = (text: string): string =>
  PLAIN.test(text)
    ? text
    : text
        .replace(/(?:[①-⑳*†‡]|[[［【〔]注?\d{1,2}[\]］】〕]|[(（]注\d{0,2}[)）])+$/u, '')
        .replace(/(?<=\p{Script=Han})[\s\u00a0\u3000]+(?=\p{Script=Han})/gu, '')
        .replace(/[\s\u00a0\u3000]+/gu, ' ')
        .trim();

const OFFICE = new RegExp(`(?:${z.array(z.string()).min(1).parse(offices).join('|')})$`, 'u');

const placed = (place: Place | (() => Place)): Place => (typeof place === 'function' ? place() : place);

/** Looks up the names of one file, and remembers those that nobody knows, to report each once. */
export class Names {
  readonly catalogue: Catalogue | undefined;
  readonly refAreas: RefAreaTable;
  readonly #home: string | undefined;
  readonly #findings: Findings;
  readonly #strangeIndicators = new Map<string, Place>();
  readonly #strangeAreas = new Map<string, Place>();
  readonly #knownAreas = new Set<string>();
  readonly #ambiguous = new Set<string>();
  /** What a name stands for, within the area that it was last looked up in. */
  readonly #areas = new Map<string, string | undefined>();
  #areasWithin: string | undefined;

  constructor(refAreas: RefAreaTable, catalogue: Catalogue | undefined, home: string | undefined, findings: Findings) {
    this.refAreas = refAreas;
    this.catalogue = catalogue;
    this.#home = home;
    this.#findings = findings;
  }

  /** By exact name. An unknown one is kept as delivered. */
  indicator(text: string, place: Place): ResolvedIndicator {
    const name = bareName(text);
    const { catalogue } = this;
    if (catalogue === undefined) return { name };
    const indicator = catalogue.get(name) ?? catalogue.named(name);
    if (indicator !== undefined) return { name: indicator.id, indicator };
    const several = catalogue.terms(name).filter((t) => t.kind === 'indicator');
    if (several.length > 1)
      this.#reportAmbiguous(
        'indicator-ambiguous',
        name,
        place,
        several.map((t) => t.indicator.name),
      );
    else this.noteStrangeIndicator(name, place);
    return { name };
  }

  noteStrangeIndicator(name: string, place: Place | (() => Place)): void {
    if (this.#strangeIndicators.has(name)) return;
    this.#strangeIndicators.set(name, placed(place));
  }

  /** Whether a name was looked up before, as it stands, and nobody knew it. */
  isStrangeArea(name: string): boolean {
    return this.#strangeAreas.has(name);
  }

  noteKnownArea(code: string): void {
    this.#knownAreas.add(code);
  }

  /** Region code, or the name as delivered. `within`: code of the area that the table is about. */
  area(text: string, place: Place | (() => Place), within?: string): string {
    const name = bareName(text);
    if (this.#strangeAreas.has(name)) return name;
    const known = this.areaOf(name, within);
    if (known !== undefined) {
      this.#knownAreas.add(known);
      return known;
    }
    const several = this.refAreas.named(name, within ?? this.#home);
    if (several.length > 1) {
      const places = several.map((a) => this.#path(a.code));
      this.#reportAmbiguous('region-ambiguous', name, placed(place), places);
    } else if (!this.isGroup(name)) this.#strangeAreas.set(name, placed(place));
    return name;
  }

  /** The one area of that name or code; undefined without any report where there is none, or several. */
  areaOf(text: string, within?: string): string | undefined {
    if (within !== this.#areasWithin || this.#areas.size >= REMEMBERED) this.#areas.clear();
    this.#areasWithin = within;
    const known = this.#areas.get(text);
    if (known !== undefined || this.#areas.has(text)) return known;
    const found = this.#findArea(bareName(text), within);
    this.#areas.set(text, found);
    return found;
  }

  #findArea(name: string, within: string | undefined): string | undefined {
    if (this.refAreas.get(name)) return name;
    const found = this.refAreas.named(name, within ?? this.#home);
    if (found.length === 1) return found[0]!.code;
    // 金华（义乌）市: what stands in brackets only adds to the name.
    const outside = name.replace(/[(（][^()（）]*[)）]/u, '');
    // 沧州市邮政管理局: its return is that of its region.
    const plain = outside.replace(OFFICE, '');
    const inside = found.length === 0 && plain !== name ? this.refAreas.named(plain, within ?? this.#home) : [];
    return inside.length === 1 ? inside[0]!.code : undefined;
  }

  /** Reports every name that was not known. Call once, at the end of a file. */
  report(): void {
    let left = SUGGESTIONS;
    for (const [name, place] of this.#strangeIndicators) {
      const nearest = left-- > 0 ? nearestName(name, this.catalogue?.names() ?? []) : undefined;
      if (nearest !== undefined) this.#findings.add('indicator-unknown', place, { name, nearest });
      else this.#findings.add('indicator-foreign', place, { name });
    }
    if (this.#strangeAreas.size === 0) return;
    const mostly = this.#knownAreas.size >= this.#strangeAreas.size;
    if (!mostly) {
      const [[first = '', place = {}] = []] = this.#strangeAreas;
      this.#findings.add('region-foreign', place, { name: first, count: this.#strangeAreas.size });
      return;
    }
    for (const [name, place] of this.#strangeAreas) {
      const nearest = left-- > 0 ? nearestName(name, this.refAreas.names()) : undefined;
      if (nearest !== undefined) this.#findings.add('region-unknown', place, { name, nearest });
      else this.#findings.add('region-foreign', place, { name, count: 1 });
    }
  }

  /** Whether the catalogue has a group of regions of that name: 东部, 东部地区. */
  isGroup(name: string): boolean {
    const groups = this.catalogue?.data.groups ?? {};
    return groups[name] !== undefined || groups[name.replace(/地区$/u, '')] !== undefined;
  }

  #path(code: string): string {
    const names: string[] = [];
    for (let at = this.refAreas.get(code); at; at = at.parent === undefined ? undefined : this.refAreas.get(at.parent))
      names.unshift(at.name);
    return names.filter((n) => n !== '全国').join('');
  }

  #reportAmbiguous(
    code: 'indicator-ambiguous' | 'region-ambiguous',
    name: string,
    place: Place,
    candidates: string[],
  ): void {
    if (this.#ambiguous.has(`${code} ${name}`)) return;
    this.#ambiguous.add(`${code} ${name}`);
    this.#findings.add(code, place, { name, candidates });
  }
}
