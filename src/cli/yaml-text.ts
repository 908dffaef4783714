/** The text of a YAML file of ours; one that holds nothing, or only comments, says nothing and is no fault. */
export function yamlText(text: string): string {
  const blank = text.split('\n').every((line) => /^\s*(?:#|$|---\s*$)/.test(line));
  return blank ? '{}' : text;
}
