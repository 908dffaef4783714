import type { Catalogue } from '../catalogue/catalogue.js';

const namesOf = (id: string, catalogue: Catalogue): readonly string[] => {
  const indicator = catalogue.get(id);
  return indicator ? [indicator.name, ...indicator.aliases] : [];
};

/**
 * The whole whose name the part's own name ends with: 民营企业进出口 is a part of 进出口, 同城快递业务量 of 快递业务量. Undefined where the
 * catalogue gives the part several wholes, or none that is named in it (快递业务量 and 邮政行业寄递业务量).
 */
export function modifiedWhole(part: string, catalogue: Catalogue): string | undefined {
  const wholes = new Set(catalogue.data.partitions.filter((p) => p.parts.includes(part)).map((p) => p.whole));
  const [whole] = wholes;
  if (whole === undefined || wholes.size !== 1) return undefined;
  const ends = namesOf(part, catalogue).some((own) =>
    namesOf(whole, catalogue).some((name) => own.length > name.length && own.endsWith(name)),
  );
  return ends ? whole : undefined;
}
