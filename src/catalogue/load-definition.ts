import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Place } from '../model/diagnostic.js';
import type { DefinitionDiagnostic } from './diagnostics.js';
import { describeIssue } from './load-issue.js';
import type { DefinitionPath, PlaceOf } from './load-path.js';

/** A definition that passed its schema, and where each of its entries stands; or why it did not. */
export type Definition<T> =
  | { readonly kind: 'valid'; readonly value: T; readonly placeOf: PlaceOf }
  | { readonly kind: 'invalid'; readonly problems: readonly DefinitionDiagnostic[] };

/** Checks a value that is already parsed. Its entries have no line; `file` alone is their place. */
export function parseDefinition<T>(value: unknown, schema: z.ZodType<T>, file?: string): Definition<T> {
  const place: Place = file === undefined ? {} : { file };
  return check(value, schema, () => place);
}

/** Reads a definition written in YAML: what is wrong with it is said with line and column. */
export function parseDefinitionText<T>(text: string, schema: z.ZodType<T>, file: string): Definition<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  if (document.errors.length > 0) return syntaxErrors(document.errors, at);
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    return syntaxErrors([{ message: error instanceof Error ? error.message : String(error), pos: [0, 0] }], at);
  }
  const placeOf = (path: DefinitionPath): Place => {
    for (let depth = path.length; depth > 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return at(node.range[0]);
    }
    return { file, line: 1, column: 1 };
  };
  return check(value, schema, placeOf);
}

function syntaxErrors(
  errors: readonly { readonly message: string; readonly pos: readonly [number, number] }[],
  at: (offset: number) => Place,
): Definition<never> {
  return {
    kind: 'invalid',
    problems: errors.slice(0, 20).map((e) => ({
      code: 'definition-syntax',
      severity: 'hard',
      place: at(e.pos[0]),
      args: { reason: e.message },
    })),
  };
}

function check<T>(value: unknown, schema: z.ZodType<T>, placeOf: PlaceOf): Definition<T> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return { kind: 'valid', value: result.data, placeOf };
  return { kind: 'invalid', problems: result.error.issues.flatMap((issue) => describeIssue(issue, schema, placeOf)) };
}
