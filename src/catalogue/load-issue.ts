import * as z from 'zod';
import type { MessageArgument } from '../model/diagnostic.js';
import type { DefinitionCode, DefinitionDiagnostic } from './diagnostics.js';
import { type DefinitionPath, formatPath, type PlaceOf } from './load-path.js';
import { nearestName } from './nearest-name.js';

type Issue = z.core.$ZodIssue;
type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Words an issue of zod as diagnostics of ours: what was found, what was expected, where. */
export function describeIssue(issue: Issue, schema: z.ZodType, placeOf: PlaceOf): readonly DefinitionDiagnostic[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const say = (code: DefinitionCode, args: Record<string, MessageArgument>, at = path): DefinitionDiagnostic => ({
    code,
    severity: 'hard',
    place: placeOf(at),
    args: { path: formatPath(at), ...args },
  });
  const found = show(issue.input);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = keysAt(schema, path);
      return issue.keys.map((key) => {
        const near = nearestName(key, known);
        return say('definition-unknown-key', { key, known, ...(near === undefined ? {} : { near }) }, [...path, key]);
      });
    }
    case 'invalid_type':
      return issue.input === undefined
        ? [say('definition-missing', { expected: issue.expected })]
        : [say('definition-wrong-type', { expected: issue.expected, found })];
    case 'invalid_value': {
      const known = issue.values.map(String);
      if (issue.input === undefined) return [say('definition-missing', { expected: known.join(' | ') })];
      const near = nearestName(String(issue.input), known);
      return [say('definition-not-allowed', { found, known, ...(near === undefined ? {} : { near }) })];
    }
    case 'too_small':
      return [say('definition-out-of-range', { found, bound: `≥ ${issue.minimum}` })];
    case 'too_big':
      return [say('definition-out-of-range', { found, bound: `≤ ${issue.maximum}` })];
    case 'invalid_union':
      return describeUnion(issue, schema, placeOf) ?? [say('definition-malformed', { found, expected: issue.message })];
    case 'invalid_format':
      return [say('definition-malformed', { found, expected: issue.pattern ?? issue.format })];
    default:
      return [say('definition-malformed', { found, expected: issue.message })];
  }
}

/** The alternative that came nearest is the one that was meant. */
function describeUnion(
  issue: z.core.$ZodIssueInvalidUnion,
  schema: z.ZodType,
  placeOf: PlaceOf,
): readonly DefinitionDiagnostic[] | undefined {
  const depth = (issues: readonly Issue[]) => Math.max(...issues.map((i) => i.path.length), 0);
  const [nearest] = [...issue.errors].filter((e) => e.length > 0).sort((a, b) => depth(b) - depth(a));
  if (!nearest || depth(nearest) === 0) return undefined;
  return nearest.flatMap((inner) =>
    describeIssue({ ...inner, path: [...issue.path, ...inner.path] } as Issue, schema, placeOf),
  );
}

function show(value: unknown): string {
  if (value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

/** Keys that the schema knows at a path, for a suggestion. */
function keysAt(schema: z.ZodType, path: DefinitionPath): readonly string[] {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  let level: JsonSchema[] = alternatives(json, json);
  for (const step of path)
    level = level.flatMap((s) => {
      const next =
        typeof step === 'number'
          ? (s.items as JsonSchema | undefined)
          : (s.properties?.[step] ?? s.additionalProperties);
      return typeof next === 'object' ? alternatives(next as JsonSchema, json) : [];
    });
  return [...new Set(level.flatMap((s) => Object.keys(s.properties ?? {})))];
}

function alternatives(schema: JsonSchema, root: JsonSchema): JsonSchema[] {
  const name = schema.$ref?.replace('#/$defs/', '');
  const at = name === undefined ? schema : ((root.$defs?.[name] as JsonSchema | undefined) ?? schema);
  const choices = (at.anyOf ?? at.oneOf) as JsonSchema[] | undefined;
  return choices ? choices.flatMap((c) => alternatives(c, root)) : [at];
}
