/** Bookmarks whose names begin with an underscore are hidden in Word's lists; they move with the text that they enclose. */
export const BOOKMARK = '_tianshu_';

export const bookmarkName = (n: number): string => `${BOOKMARK}${n}`;
export const bookmarkNumber = (name: string): number => Number(/^_tianshu_(\d{1,9})$/.exec(name)?.[1] ?? 0);
