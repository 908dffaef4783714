import { Catalogue } from './catalogue.js';
import { catalogueSchema } from './schema.js';

/** The industries that ship with the program. Each is imported only when it is asked for. */
const BUILT_IN: Readonly<Record<string, () => Promise<{ readonly default: unknown }>>> = {
  postal: () => import('./postal.yaml'),
};

export const builtInCatalogues: readonly string[] = Object.keys(BUILT_IN);

/** The catalogue of a built-in industry, or undefined where there is none of that name. */
export async function loadBuiltInCatalogue(id: string): Promise<Catalogue | undefined> {
  const load = Object.hasOwn(BUILT_IN, id) ? BUILT_IN[id] : undefined;
  return load && new Catalogue(catalogueSchema.parse((await load()).default));
}
