import type { Diagnostic } from '../../model/diagnostic.js';

/** What can be wrong with a project whose file has the right form, and with its facts. */
export type ProjectCode =
  | 'project-unknown-region'
  | 'project-ambiguous-region'
  | 'project-unknown-peers'
  | 'project-peer-not-there'
  | 'project-home-not-peer'
  | 'project-period-unreadable'
  | 'project-group-name-taken';

export type FactsCode = 'facts-unreadable' | 'facts-header' | 'facts-row-incomplete' | 'facts-named-twice';

export type ProjectDiagnostic = Diagnostic<ProjectCode>;
export type FactsDiagnostic = Diagnostic<FactsCode>;
