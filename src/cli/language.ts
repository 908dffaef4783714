import type { Lang } from '../report/messages/language.js';
import { isLang } from '../report/messages/language.js';

/** The language that `--lang` asks for; `undefined` where it does not, the text itself where it asks for none that is known. */
export function askedLanguage(argv: readonly string[]): { readonly lang?: Lang; readonly unknown?: string } {
  const end = argv.indexOf('--');
  const options = end < 0 ? argv : argv.slice(0, end);
  for (const [i, word] of options.entries()) {
    const value = word === '--lang' ? options[i + 1] : word.startsWith('--lang=') ? word.slice(7) : undefined;
    if (value === undefined) continue;
    return isLang(value) ? { lang: value } : { unknown: value };
  }
  return {};
}

/**
 * The language of the person at the terminal: LC_ALL, LC_MESSAGES, LANG, in this order; where none of them names a
 * language (Windows sets none, containers say C), what the system itself is set to.
 */
export function localeLanguage(env: Readonly<Record<string, string | undefined>>, systemLocale: () => string): Lang {
  const named = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((x) => x !== undefined && x !== '');
  const locale = named === undefined || /^(?:C|POSIX)\b/i.test(named) ? systemLocale() : named;
  return /^zh\b|^zh[_-]/i.test(locale) ? 'zh' : 'en';
}
