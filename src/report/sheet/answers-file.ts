import { parseDocument } from 'yaml';
import { type Definition, parseDefinitionText } from '../../catalogue/load-definition.js';
import { answersSchema, type RememberedAnswer } from './remembered.js';

/** The answers that a project keeps in its file of decisions. */
export const parseAnswersText = (content: string, file: string): Definition<{ answers: RememberedAnswer[] }> =>
  parseDefinitionText<{ answers: RememberedAnswer[] }>(content.trim() === '' ? '{}' : content, answersSchema, file);

const HEADER = ' 已作出的决定：answers 是填报表里作出的回答，按上文、下文认回原处；不再适用的可以删去。';

/** The file with these answers in it; everything else in it, comments too, stays as it is. */
export function formatAnswers(content: string, answers: readonly RememberedAnswer[]): string {
  const document = parseDocument(content);
  if (content.trim() === '') document.commentBefore = HEADER;
  document.set('answers', document.createNode(answers));
  return document.toString({ lineWidth: 0 });
}
