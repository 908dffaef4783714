/**
 * What must not reach a terminal or a report from the text of a file: control characters (C0, C1, delete), line and
 * paragraph separators, and the marks that turn the direction of writing.
 */
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/g;
const LONGEST = 200;

/** Text from a file, safe to show: control characters become one space, and what is too long is cut with an ellipsis. */
export function sanitise(text: string, longest = LONGEST): string {
  const plain = text.replace(UNSAFE, ' ');
  if (plain.length <= longest) return plain;
  const cut = plain.slice(0, longest);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
