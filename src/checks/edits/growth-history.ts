import { ACTUAL, LEVEL } from '../columns.js';
import { outliers } from '../ratio-edit.js';
import type { Survey } from '../survey.js';

/** A figure and that of the same period of the year before, as cells. */
export interface Growth {
  readonly cell: number;
  readonly base: number;
}

/** A slice and that of the same period of the year before. */
export interface Step {
  readonly slice: number;
  readonly lastYear: number;
}

/**
 * The growth v(t) / v(t−12) of single series over all their periods: months with months, year-to-dates with year-to-dates. What
 * the growth of one period is held against where there are no peers, and besides them where there are.
 */
export class GrowthHistory {
  readonly #survey: Survey;
  readonly #steps = new Map<string, Step[]>();

  constructor(survey: Survey) {
    this.#survey = survey;
    const { slices, indicators } = survey;
    for (let slice = 0; slice < slices.size; slice++) {
      const kind = indicators[slices.indicator[slice]!]?.kind;
      if (slices.measure[slice] !== LEVEL || slices.scenario[slice] !== ACTUAL || (kind !== 'flow' && kind !== 'stock'))
        continue;
      const lastYear = slices.at(slice, slices.end[slice]! - 12, slices.months[slice]!);
      if (lastYear < 0) continue;
      const steps = this.#steps.get(this.#keyOf(slice));
      if (steps) steps.push({ slice, lastYear });
      else this.#steps.set(this.#keyOf(slice), [{ slice, lastYear }]);
    }
    for (const steps of this.#steps.values()) steps.sort((a, b) => slices.end[a.slice]! - slices.end[b.slice]!);
  }

  /** Slices of one indicator whose periods are of one kind, each list in order of time and never empty. */
  get kinds(): Iterable<readonly Step[]> {
    return this.#steps.values();
  }

  /** How many periods of a region can be compared with the year before, and those that stand out among them. */
  of(slice: number, area: number): { readonly count: number; readonly strange: readonly Growth[] } {
    const { slices } = this.#survey;
    const list: Growth[] = [];
    for (const step of this.#steps.get(this.#keyOf(slice)) ?? []) {
      const cell = slices.cellAt(step.slice, area);
      const base = cell < 0 ? -1 : slices.peerAt(step.lastYear, area, cell);
      if (base >= 0 && slices.values[cell]! > 0 && slices.values[base]! > 0) list.push({ cell, base });
    }
    const ratios = Float64Array.from(list, ({ cell, base }) => slices.values[cell]! / slices.values[base]!);
    // Periods of one series weigh alike.
    const strange = outliers(ratios, new Float64Array(list.length).fill(1)).map((at) => list[at]!);
    return { count: list.length, strange };
  }

  #keyOf(slice: number): string {
    const { indicator, end, months } = this.#survey.slices;
    const yearToDate = months[slice]! > 1 && months[slice] === (end[slice]! % 12) + 1;
    return `${indicator[slice]} ${yearToDate ? 'year-to-date' : months[slice]}`;
  }
}
