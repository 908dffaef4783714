import * as z from 'zod';

/** A figure in exact digits; as text, so that no reader of JSON rounds it. */
export const digits = z
  .string()
  .regex(/^-?\d+(?:\.\d+)?$/)
  .describe('exact decimal digits');

/** SDMX: 2024, 2024-Q3, 2024-S1, 2024-09; a year-to-date is named by its last month; another run by its ends. */
export const timePeriod = z.string().describe('2024, 2024-Q3, 2024-S1, 2024-09, 2024-01..08');

export const accumulation = z.enum(['period', 'year-to-date']);

export const cellSource = z.strictObject({
  file: z.string(),
  sheet: z.string().optional(),
  cell: z.string().describe('address: B7'),
});

/** One of our messages: stable code and arguments beside the prose. */
export const said = z.strictObject({
  code: z.string(),
  args: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
  message: z.string(),
});

export const place = z.strictObject({
  file: z.string().optional(),
  part: z.string().optional(),
  line: z.int().optional(),
  column: z.int().optional(),
  sheet: z.string().optional(),
  cell: z.string().optional(),
});

export const severity = z.enum(['hard', 'soft', 'info']);
