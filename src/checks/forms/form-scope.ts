import type { Form } from '../../catalogue/form.js';
import type { FormContent, FormIndicator } from '../../catalogue/form-content.js';
import { matchesPattern } from '../../catalogue/form-for.js';
import { nearestName } from '../../catalogue/nearest-name.js';
import type { Survey } from '../survey.js';

/** A name of a form that means nothing. */
export interface UnknownName {
  readonly name: string;
  readonly near?: string;
}

/** A form with its names looked up. */
export interface FormScope {
  readonly form: Form;
  readonly title: string;
  readonly content: FormContent;
  readonly indicators: readonly { readonly wanted: FormIndicator; readonly id: string }[];
  /** Codes of the required regions. */
  readonly areas: readonly string[];
  /** By source number: whether the form describes it. */
  readonly sources: Uint8Array;
  readonly unknown: readonly UnknownName[];
}

export function scopeOf(form: Form, content: FormContent, survey: Survey): FormScope {
  const { catalogue, columns, refAreas } = survey;
  const unknown: UnknownName[] = [];
  const miss = (name: string, known: Iterable<string>) => {
    const near = nearestName(name, known);
    unknown.push({ name, ...(near === undefined ? {} : { near }) });
  };
  const indicators = content.indicators.flatMap((wanted) => {
    const name = wanted.indicator;
    const id =
      catalogue?.get(name)?.id ??
      catalogue?.named(name)?.id ??
      (columns.table.indicators.find(name) >= 0 ? name : undefined);
    if (id === undefined) miss(name, [...(catalogue?.names() ?? []), ...columns.table.indicators.texts()]);
    return id === undefined ? [] : [{ wanted, id }];
  });
  const codeOf = (name: string): readonly string[] => {
    const found = refAreas.get(name) ?? refAreas.named(name)[0];
    if (!found) miss(name, refAreas.names());
    return found ? [found.code] : [];
  };
  const membersOf = (name: string): readonly string[] => {
    const group = catalogue?.data.groups[name];
    return group ? group.flatMap(codeOf) : codeOf(name).flatMap((code) => refAreas.members(code).map((a) => a.code));
  };
  const { regions } = content;
  const areas = [
    ...(regions === undefined ? [] : typeof regions === 'string' ? membersOf(regions) : regions.flatMap(codeOf)),
    ...content.including.flatMap(codeOf),
  ];
  const sources = Uint8Array.from({ length: columns.table.sourceCount }, (_, id) => {
    const { file } = columns.table.sourceName(id);
    return form.files.some((pattern) => matchesPattern(file, pattern)) ? 1 : 0;
  });
  return { form, title: form.name ?? form.id, content, indicators, areas: [...new Set(areas)], sources, unknown };
}
