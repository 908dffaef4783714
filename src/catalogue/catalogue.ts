import type { CatalogueData, Indicator, Partition } from './schema.js';

/** What a name in a text may stand for. */
export type Term =
  | { readonly kind: 'indicator'; readonly indicator: Indicator }
  | { readonly kind: 'subject'; readonly subject: string }
  | { readonly kind: 'segment'; readonly segment: string }
  | { readonly kind: 'word'; readonly word: string };

/** Which fields a phrase has named so far; an indicator is found when they agree with exactly one. */
export interface Composition {
  readonly subject?: string | undefined;
  readonly segment?: string | undefined;
  readonly word: string;
}

/** The vocabulary of one industry, ready to be looked up. */
export class Catalogue {
  readonly data: CatalogueData;
  readonly #byId = new Map<string, Indicator>();
  readonly #terms = new Map<string, Term[]>();

  constructor(data: CatalogueData) {
    this.data = data;
    for (const indicator of data.indicators) {
      this.#byId.set(indicator.id, indicator);
      for (const name of new Set([indicator.name, ...indicator.aliases, ...this.#composedNames(indicator)]))
        this.#add(name, { kind: 'indicator', indicator });
    }
    for (const s of data.subjects)
      for (const name of [s.name, ...s.aliases]) this.#add(name, { kind: 'subject', subject: s.name });
    for (const s of data.segments)
      for (const name of [s.name, ...s.aliases]) this.#add(name, { kind: 'segment', segment: s.name });
    for (const word of new Set(data.indicators.flatMap((i) => i.word ?? []))) this.#add(word, { kind: 'word', word });
  }

  get id(): string {
    return this.data.id;
  }

  get indicators(): readonly Indicator[] {
    return this.data.indicators;
  }

  get(id: string): Indicator | undefined {
    return this.#byId.get(id);
  }

  /** What an exact name may stand for: indicators first. Empty when the name is not of this industry. */
  terms(name: string): readonly Term[] {
    return this.#terms.get(name) ?? [];
  }

  /** The one indicator of that name. */
  named(name: string): Indicator | undefined {
    const found = this.terms(name).filter((t) => t.kind === 'indicator');
    return found.length === 1 ? found[0]?.indicator : undefined;
  }

  /** Every name that a text may use, for longest match. */
  names(): IterableIterator<string> {
    return this.#terms.keys();
  }

  /** The one indicator with this measure word, subject and segment. An absent segment means the whole subject. */
  compose({ subject, segment, word }: Composition): Indicator | undefined {
    const found = this.indicators.filter((i) => i.word === word && i.segment === segment && i.subject === subject);
    return found.length === 1 ? found[0] : undefined;
  }

  /** The subject of a bare measure word in an opening sentence. */
  get openingSubject(): string | undefined {
    return this.data.subjects.find((s) => s.opening)?.name;
  }

  partitionsOf(whole: string): readonly Partition[] {
    return this.data.partitions.filter((p) => p.whole === whole);
  }

  /** Spellings of segment + subject + word that the aliases of each give: 国际快递业务量, 快递业业务收入. */
  #composedNames({ subject, segment, word }: Indicator): string[] {
    if (subject === undefined || word === undefined) return [];
    const spell = (list: readonly { name: string; aliases: readonly string[] }[], name: string | undefined) => {
      if (name === undefined) return [''];
      const found = list.find((x) => x.name === name);
      return [name, ...(found?.aliases ?? [])];
    };
    return spell(this.data.segments, segment).flatMap((seg) =>
      spell(this.data.subjects, subject).map((sub) => seg + sub + word),
    );
  }

  #add(name: string, term: Term): void {
    const list = this.#terms.get(name);
    if (list) list.push(term);
    else this.#terms.set(name, [term]);
  }
}
