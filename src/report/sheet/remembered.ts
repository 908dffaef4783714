import * as z from 'zod';

const text = z.string();

/** One decision that was made in a sheet, as the project keeps it: found again by the words around the slot. */
export const rememberedSchema = z.strictObject({
  before: text.describe('上文 / the words before the slot'),
  after: text.describe('下文 / the words after the slot'),
  nth: z.int().min(1).optional().describe('同文第几处 / which of several places with the same words'),
  of: z.int().min(1).optional().describe('同文共几处 / how many such places there were'),
  value: text.optional().describe('填报值 / what was written'),
  word: text.optional().describe('数前写明的增减词 / the word of sign that was written with it'),
  'instead-of': text.optional().describe('代替的取数结果 / the figure of the data that it replaces'),
  reading: text.optional().describe('选定的含义 / the reading that was chosen'),
  period: text.optional().describe('作出时项目的时期 / the period of the project at that time'),
});

export type RememberedAnswer = z.output<typeof rememberedSchema>;

/** The project's file of decisions, as far as it is about answers. Other keys belong to others. */
export const answersSchema = z.looseObject({ answers: z.array(rememberedSchema).default([]) });
