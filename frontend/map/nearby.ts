import { ask, isCluster, type Spot } from './answers'
import { coarseBox, kilometresBetween } from './distance'
import type { Options } from './options'
import { spotLine } from './spots'

const MOST = 10
const FARTHEST_KM = 60

/**
 * “Near me”: the device is asked only on tap, and its position stays on it. The server is asked for a box of a hundred
 * kilometres, as by anybody who moves the map there; distances are counted here.
 */
export function nearbyButton(options: Options): void {
  const button = document.querySelector<HTMLButtonElement>('[data-nearby]')
  const answer = document.querySelector<HTMLElement>('[data-nearby-answer]')
  if (!button || !answer || !('geolocation' in navigator)) return
  const say = (words: string) => {
    const line = document.createElement('p')
    line.className = 'notice'
    line.textContent = words
    answer.replaceChildren(line)
  }
  button.hidden = false
  button.addEventListener('click', () => {
    say(options.words.asking)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        nearest(coords.latitude, coords.longitude, options)
          .then(lines => (lines.length ? show(lines) : say(options.words.nobodyNear)))
          .catch(() => say(options.words.failed))
      },
      () => say(options.words.denied),
      { maximumAge: 300_000, timeout: 20_000, enableHighAccuracy: false },
    )
  })

  function show(lines: HTMLLIElement[]) {
    const title = document.createElement('h2')
    title.textContent = options.words.nearby
    const list = document.createElement('ol')
    list.className = 'spots card'
    list.append(...lines)
    answer?.replaceChildren(title, list)
  }
}

async function nearest(lat: number, lon: number, options: Options): Promise<HTMLLIElement[]> {
  const found = await ask(coarseBox(lat, lon), 'as=points', options)
  return found.features
    .filter((feature): feature is Spot => !isCluster(feature as Spot))
    .map(spot => {
      const [there, up] = spot.geometry.coordinates as [number, number]
      return { spot, kilometres: kilometresBetween(lat, lon, up, there) }
    })
    .filter(({ kilometres }) => kilometres <= FARTHEST_KM)
    .sort((a, b) => a.kilometres - b.kilometres)
    .slice(0, MOST)
    .map(({ spot, kilometres }) => spotLine(spot, options, kilometres))
}
