import type { Diagnostic, Severity } from '../../model/diagnostic.js';
import type { Repeats } from './fold-repeats.js';
import type { Lang } from './language.js';
import { formatPlace } from './place-text.js';
import { adviseOn, speak } from './speak.js';

const SEVERITY: Readonly<Record<Severity, Readonly<Record<Lang, string>>>> = {
  hard: { zh: '错误', en: 'error' },
  soft: { zh: '提醒', en: 'warning' },
  info: { zh: '说明', en: 'note' },
};

export const nameSeverity = (severity: Severity, lang: Lang): string => SEVERITY[severity][lang];

/** One finding in one or two lines: place, severity, message, code; then what to do. */
export function formatDiagnostic(diagnostic: Diagnostic, lang: Lang): string {
  const place = formatPlace(diagnostic.place);
  const advice = adviseOn(diagnostic, lang);
  const colon = lang === 'zh' ? '：' : ': ';
  const head = place === '' ? '' : `${place} `;
  return [
    `${head}${nameSeverity(diagnostic.severity, lang)}${colon}${speak(diagnostic, lang)} [${diagnostic.code}]`,
    ...(advice === undefined ? [] : [`    ${advice}`]),
  ].join('\n');
}

/** The line in the place of findings that say the same again. */
export const formatRepeats = ({ code, file, count }: Repeats, lang: Lang): string =>
  `    ${speak({ code: 'findings-alike', args: { code, file, count } }, lang)}`;
