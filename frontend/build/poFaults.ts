/** One message of a catalogue: the English text and its translation. */
export type Entry = { id: string; text: string }

const quoted = (block: string, name: string) => {
  const found = new RegExp(`^${name} ((?:"(?:[^"\\\\]|\\\\.)*"\\s*)+)`, 'm').exec(block)
  return (found?.[1] ?? '')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as string)
    .join('')
}

/** Reads a `.po` file: plain entries without gettext plurals, as Lingui writes them; obsolete ones are left out. */
export function entriesOf(po: string): Entry[] {
  return po
    .split(/\n\n+/)
    .map(block => ({ id: quoted(block, 'msgid'), text: quoted(block, 'msgstr') }))
    .filter(({ id }) => id !== '')
}

/** Names inside braces and numbers of tags: what the code fills in. A single word after the name of a form is a word. */
const PLACEHOLDER = /(?<!\b(?:zero|one|two|few|many|other|=\d+)\s*)\{\s*(\w+)\s*[,}]|<\/?(\d+)\s*\/?>/g
const placeholders = (text: string) =>
  new Set([...text.matchAll(PLACEHOLDER)].map(found => found[1] ?? `<${found[2]}>`))

const FORMS = ['one', 'few', 'many', 'other']

export function faultsOf({ id, text }: Entry): string[] {
  if (text.trim() === '') return ['not translated']
  const faults: string[] = []
  const plurals = (message: string) => message.split(/,\s*plural\s*,/).slice(1)
  if (plurals(text).length !== plurals(id).length) faults.push('a plural was lost')
  for (const plural of plurals(text))
    for (const form of FORMS)
      if (!new RegExp(`\\b${form}\\s*\\{`).test(plural)) faults.push(`no form "${form}"`)
  const kept = placeholders(text)
  for (const name of placeholders(id)) if (!kept.has(name)) faults.push(`"${name}" was lost`)
  return faults
}
