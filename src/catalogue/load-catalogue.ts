import { Catalogue } from './catalogue.js';
import type { CatalogueDiagnostic } from './diagnostics.js';
import { checkCatalogue } from './load-catalogue-check.js';
import { type Definition, parseDefinition, parseDefinitionText } from './load-definition.js';
import { type CatalogueData, catalogueSchema } from './schema.js';

/** A catalogue ready for use, or everything that is wrong with it. */
export type LoadedCatalogue =
  | { readonly kind: 'valid'; readonly catalogue: Catalogue }
  | { readonly kind: 'invalid'; readonly problems: readonly CatalogueDiagnostic[] };

/** Checks a catalogue that was parsed from YAML already. Problems name the path of the entry. */
export function parseCatalogue(value: unknown, file?: string): LoadedCatalogue {
  return load(parseDefinition<CatalogueData>(value, catalogueSchema, file));
}

/** Reads a catalogue written in YAML. Problems have line and column. */
export function parseCatalogueText(text: string, file: string): LoadedCatalogue {
  return load(parseDefinitionText<CatalogueData>(text, catalogueSchema, file));
}

function load(definition: Definition<CatalogueData>): LoadedCatalogue {
  if (definition.kind === 'invalid') return definition;
  const problems = checkCatalogue(definition.value, definition.placeOf);
  return problems.length > 0
    ? { kind: 'invalid', problems }
    : { kind: 'valid', catalogue: new Catalogue(definition.value) };
}
