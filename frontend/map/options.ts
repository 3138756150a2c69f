/** What the server tells the map's script (events/views/public_list.py); it carries no words of its own. */
export type Words = Record<
  | 'map'
  | 'loading'
  | 'failed'
  | 'retry'
  | 'none'
  | 'shown'
  | 'zoomIn'
  | 'zoomOut'
  | 'close'
  | 'more'
  | 'here'
  | 'approximate'
  | 'clubs'
  | 'asking'
  | 'denied'
  | 'nobodyNear'
  | 'kilometres'
  | 'nearby'
  | 'sources',
  string
>

export type Options = {
  query: string
  language: string
  tiles: string
  tileAttribution: string
  words: Words
}

export function readOptions(): Options | null {
  const text = document.getElementById('map-options')?.textContent
  return text ? (JSON.parse(text) as Options) : null
}

/** `{count}` in a text, filled in and written as the language writes numbers. */
export function counted(words: string, count: number, language: string): string {
  return words.replace('{count}', count.toLocaleString(language))
}
