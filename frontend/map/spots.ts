import type { Spot } from './answers'
import { counted, type Options } from './options'

/** A link with the day and the place under it. Words of people are text nodes, never markup (TX-01). */
export function spotLine({ properties }: Spot, options: Options, kilometres?: number): HTMLLIElement {
  const line = document.createElement('li')
  const link = document.createElement('a')
  link.href = properties.url
  link.textContent = properties.title
  if (document.body.classList.contains('embedded')) {
    link.target = '_blank'
    link.rel = 'noopener'
  }
  line.append(link)
  const facts = [
    properties.startsAt && moment(properties.startsAt, options.language),
    [properties.place, properties.town].filter(Boolean).join(', '),
    properties.line,
    kilometres !== undefined && counted(options.words.kilometres, Math.round(kilometres), options.language),
  ].filter(Boolean)
  const small = document.createElement('small')
  small.textContent = facts.join(' · ')
  line.append(small)
  return line
}

function moment(iso: string, language: string): string {
  const form = {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  } as const
  return new Intl.DateTimeFormat(language, { ...form, timeZone: 'Europe/Warsaw' }).format(new Date(iso))
}
