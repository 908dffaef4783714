import type { Problem } from './claim.js';
import { has, type Token } from './token.js';

/** What a number in front of 的 may belong to and still be the figure of the indicator before it: 增长×%的速度. */
const OWN_NOUN =
  /^(?:增|速|高|历史|基础|成绩|水平|规模|态势|份额|比重|份|大关|关口|台阶|局面|势头|走势|趋势|被动|不利|态|目标|计划|任务|历|幅度|好|较|快)/u;

/** 超过×亿件的市有×个, 同比增长×%的县: the number says which ones are meant, not what the indicator came to. */
export function attributive(after: readonly Token[]): Problem | undefined {
  const [first, ...rest] = after.filter((t) => !has(t, 'space'));
  if (first?.text !== '的') return undefined;
  const words = rest.map((t) => t.text).join('');
  return words === '' || OWN_NOUN.test(words) ? undefined : { code: 'attributive', args: { words } };
}

/** A figure is not read across words that no table knows. */
export function unreadable(words: readonly Token[]): Problem | undefined {
  const date = words.find((t) => has(t, 'date'));
  if (date) return { code: 'date-open', args: { words: date.text } };
  const unknown = words.filter((t) => has(t, 'unknown')).map((t) => t.text);
  if (unknown.length > 0) return { code: 'unknown-words', args: { words: unknown } };
  const note = words.find((t) => t.doubtful);
  return note && { code: 'note-not-understood', args: { words: note.text } };
}
