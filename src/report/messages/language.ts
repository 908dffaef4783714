/** The languages that the program speaks. */
export type Lang = 'zh' | 'en';

export const LANGS: readonly Lang[] = ['zh', 'en'];

export const isLang = (text: string): text is Lang => text === 'zh' || text === 'en';
