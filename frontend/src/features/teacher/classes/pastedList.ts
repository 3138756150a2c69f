type Split = { givenName: string; familyName: string }

/**
 * Writes a decided name back into the pasted text, so that the text stays the one truth. A comma between surname
 * and given name leaves no doubt.
 * @param line its number in the text, from 1
 */
export function withLine(
  text: string,
  line: number,
  { familyName, givenName }: Split,
  bornOn: string | null,
): string {
  const lines = text.split('\n')
  const before = lines[line - 1]
  if (before === undefined) return text
  const number = /^\s*\d+[.)]\s+/.exec(before)?.[0] ?? ''
  const born = bornOn ? `\t${bornOn}` : ''
  lines[line - 1] = `${number}${familyName}, ${givenName}${born}`
  return lines.join('\n')
}
