import type { Spot } from './answers'
import type { Options } from './options'
import { spotLine } from './spots'

const MOST = 30

/** The one card over the foot of the map. It takes the focus and gives it back to what was tapped. */
export function panelIn(frame: HTMLElement, options: Options) {
  const panel = document.createElement('div')
  panel.className = 'map-card'
  panel.hidden = true
  panel.setAttribute('role', 'group')
  frame.append(panel)
  let from: HTMLElement | null = null

  const hide = (back = false) => {
    if (panel.hidden) return
    panel.hidden = true
    if (back) from?.focus()
  }
  panel.addEventListener('keydown', event => event.key === 'Escape' && hide(true))

  const show = (spots: Spot[], title: string, button: HTMLElement) => {
    from = button
    const heading = document.createElement('h3')
    heading.textContent = spots.length === 1 ? (spots[0]?.properties.kindLabel ?? title) : title
    const close = document.createElement('button')
    close.type = 'button'
    close.className = 'icon-button'
    close.setAttribute('aria-label', options.words.close)
    close.textContent = '×'
    close.addEventListener('click', () => hide(true))
    const list = document.createElement('ul')
    list.className = 'spots'
    list.append(...spots.slice(0, MOST).map(spot => spotLine(spot, options)))
    const rough = spots.some(({ properties }) => properties.precision && properties.precision !== 'exact')
    const note = document.createElement('p')
    note.className = 'quiet'
    note.textContent = rough ? options.words.approximate : ''
    panel.setAttribute('aria-label', heading.textContent)
    panel.replaceChildren(heading, close, list, note)
    panel.hidden = false
    panel.querySelector('a')?.focus({ preventScroll: true })
  }
  return { show, hide }
}
