import type { Diagnostic } from '../model/diagnostic.js';

/** A definition file (catalogue, form, rules, decisions) that could not be taken as it stands. */
export type DefinitionCode =
  | 'definition-syntax'
  | 'definition-unknown-key'
  | 'definition-missing'
  | 'definition-wrong-type'
  | 'definition-not-allowed'
  | 'definition-out-of-range'
  | 'definition-malformed';

/** A catalogue whose entries do not fit together. */
export type CatalogueCode =
  | DefinitionCode
  | 'catalogue-id-twice'
  | 'catalogue-name-ambiguous'
  | 'catalogue-name-not-normal'
  | 'catalogue-name-torn'
  | 'catalogue-composition-twice'
  | 'catalogue-unknown-indicator'
  | 'catalogue-unknown-subject'
  | 'catalogue-unknown-segment'
  | 'catalogue-unit-unreadable'
  | 'catalogue-part-of-itself'
  | 'catalogue-part-unit';

export type DefinitionDiagnostic = Diagnostic<DefinitionCode>;
export type CatalogueDiagnostic = Diagnostic<CatalogueCode>;
