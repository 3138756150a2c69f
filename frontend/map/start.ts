import './events.css'
import { nearbyButton } from './nearby'
import { type Options, readOptions } from './options'

// The list is complete without any of this; the map and its library come after it, when they are wanted.
const options = readOptions()
if (options) {
  nearbyButton(options)
  mapWhenWanted(options)
}

function mapWhenWanted(options: Options): void {
  const part = document.querySelector<HTMLElement>('[data-map]')
  const frame = part?.querySelector<HTMLElement>('.map-frame')
  if (!part || !frame) return
  let begun = false
  const begin = () => {
    if (begun) return
    begun = true
    import('./eventMap')
      .then(({ eventMap }) => eventMap(frame, options))
      .catch(() => {
        begun = false
      })
  }
  const button = document.querySelector<HTMLElement>('[data-open-map]')
  const watcher = new IntersectionObserver(entries => {
    const seen = entries.some(entry => entry.isIntersecting)
    if (seen) begin()
    // It leads to the map; over the map it is in the way.
    if (button) button.hidden = seen
  })
  watcher.observe(part)
  button?.addEventListener('click', event => {
    event.preventDefault()
    begin()
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    part.scrollIntoView({ behavior: calm ? 'auto' : 'smooth' })
    const title = part.querySelector('h2')
    title?.setAttribute('tabindex', '-1')
    title?.focus({ preventScroll: true })
  })
}
