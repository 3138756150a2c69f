import 'leaflet/dist/leaflet.css'
import './map.css'
import {
  control,
  divIcon,
  type LatLngBounds,
  type Map as LeafletMap,
  latLngBounds,
  layerGroup,
  map as leaflet,
  marker,
  point,
} from 'leaflet'
import { ask, type Box, type Cluster, isCluster, type Spot } from './answers'
import { basemap } from './basemap'
import { grouped } from './grouping'
import { counted, type Options } from './options'
import { panelIn } from './panel'

const HOME: [[number, number], [number, number]] = [
  [49, 14.1],
  [54.85, 24.2],
]
const WORLD: [[number, number], [number, number]] = [
  [46.5, 9.5],
  [57, 29.5],
]
const TILE = 256
const THUMB = 44
// What stands over the map at its top (the buttons, the line that counts) lies on no town when the map opens.
const HEADROOM = 56

/** The map: our own drawing, clusters and events as real buttons, and one card that says what was tapped. */
export async function eventMap(frame: HTMLElement, options: Options): Promise<void> {
  const { words, language } = options
  const ground = document.createElement('div')
  ground.className = 'map-ground'
  ground.setAttribute('role', 'region')
  ground.setAttribute('aria-label', words.map)
  const status = document.createElement('p')
  status.className = 'map-status'
  status.setAttribute('role', 'status')
  const wasUsed = frame.contains(document.activeElement)
  frame.replaceChildren(ground, status)
  frame.dataset['live'] = ''

  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  const map = leaflet(ground, {
    zoomControl: false,
    attributionControl: false,
    minZoom: 5,
    maxZoom: options.tiles ? 18 : 13,
    maxBounds: WORLD,
    zoomSnap: 0.5,
    fadeAnimation: !calm,
    zoomAnimation: !calm,
    markerZoomAnimation: !calm,
    inertia: !calm,
    scrollWheelZoom: false,
  })
  control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map)
  control.attribution({ prefix: false }).addAttribution(words.sources).addTo(map)
  // A wheel over the page scrolls the page; over a map that is in use it zooms.
  map.on('focus', () => map.scrollWheelZoom.enable()).on('blur', () => map.scrollWheelZoom.disable())
  map.fitBounds(HOME, { paddingTopLeft: [0, HEADROOM] })
  // Who was on the drawn map when this one took its place stays here.
  if (wasUsed) ground.focus({ preventScroll: true })

  const spots = layerGroup().addTo(map)
  const panel = panelIn(frame, options)
  let asking: AbortController | undefined

  const look = async () => {
    asking?.abort()
    asking = new AbortController()
    status.textContent = words.loading
    try {
      const layers = options.query ? '' : '&layers=events,clubs'
      const found = await ask(box(map), `zoom=${Math.round(map.getZoom())}${layers}`, options, asking.signal)
      draw(found.features as (Spot | Cluster)[])
      status.textContent = found.total ? counted(words.shown, found.total, language) : words.none
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) status.textContent = words.failed
    }
  }

  const draw = (features: (Spot | Cluster)[]) => {
    const focused = (document.activeElement as HTMLElement | null)?.getAttribute('aria-label')
    spots.clearLayers()
    for (const cluster of features.filter(isCluster)) {
      const [west = 0, south = 0, east = 0, north = 0] = cluster.bbox ?? []
      const { name, count } = cluster.properties
      put(cluster, short(count, language), name, count, () =>
        zoomTo(
          latLngBounds([
            [south, west],
            [north, east],
          ]),
        ),
      )
    }
    const single = features.filter((feature): feature is Spot => !isCluster(feature))
    for (const layer of new Set(single.map(spot => spot.properties.layer))) {
      const own = single.filter(spot => spot.properties.layer === layer)
      for (const group of grouped(own, spot => map.latLngToLayerPoint(latLng(spot)), THUMB))
        drawGroup(group, layer)
    }
    if (focused)
      buttons(ground)
        .find(one => one.getAttribute('aria-label') === focused)
        ?.focus()
  }

  const drawGroup = (group: Spot[], layer: string) => {
    const first = group[0] as Spot
    const name = group.length === 1 ? first.properties.title : counted(words.here, group.length, language)
    const bounds = latLngBounds(group.map(latLng))
    const face = group.length === 1 ? '' : short(group.length, language)
    put(
      first,
      face,
      name,
      group.length,
      button => {
        if (group.length > 1 && canOpen(map, bounds)) zoomTo(bounds)
        else panel.show(group, layer === 'clubs' ? words.clubs : name, button)
      },
      layer,
    )
  }

  const put = (
    feature: Spot | Cluster,
    face: string,
    name: string,
    count: number,
    onTap: (button: HTMLElement) => void,
    layer = 'events',
  ) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = `map-spot map-spot-${layer}`
    button.dataset['size'] = face ? String(Math.min(3, Math.floor(Math.log10(count)) + 1)) : '0'
    button.setAttribute('aria-label', name)
    button.textContent = face
    button.addEventListener('click', event => {
      event.stopPropagation()
      onTap(button)
    })
    const icon = divIcon({ className: 'map-pin', html: button, iconSize: point(THUMB, THUMB) })
    marker(latLng(feature), { icon, keyboard: false, interactive: false }).addTo(spots)
  }

  const zoomTo = (bounds: LatLngBounds) => {
    panel.hide()
    map.fitBounds(bounds, {
      padding: [48, 48],
      maxZoom: Math.max(map.getZoom() + 1, map.getBoundsZoom(bounds, false, point(96, 96))),
    })
    ground.focus({ preventScroll: true })
  }

  map.on('moveend', look)
  await Promise.all([basemap(map, options).catch(() => {}), look()])
}

const latLng = (feature: Spot | Cluster): [number, number] => [
  feature.geometry.coordinates[1] ?? 0,
  feature.geometry.coordinates[0] ?? 0,
]

const buttons = (ground: HTMLElement) => [...ground.querySelectorAll<HTMLElement>('.map-spot')]

/** 12, 1.2k: what fits into a circle; the button's name says it in full. */
const short = (count: number, language: string) =>
  new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 }).format(count)

/** Whether coming nearer would part what lies together. */
function canOpen(map: LeafletMap, bounds: LatLngBounds): boolean {
  const [a, b] = [bounds.getNorthWest(), bounds.getSouthEast()]
  const top = map.getMaxZoom()
  return map.getZoom() < top && map.project(a, top).distanceTo(map.project(b, top)) > THUMB
}

/** What is seen, out to the edges of tiles: neighbours' views ask the same, and the server remembers its answer. */
function box(map: LeafletMap): Box {
  const zoom = Math.round(map.getZoom())
  const view = map.getBounds()
  const [min, max] = [map.project(view.getNorthWest(), zoom), map.project(view.getSouthEast(), zoom)]
  const northWest = map.unproject(
    point(Math.floor(min.x / TILE) * TILE, Math.floor(min.y / TILE) * TILE),
    zoom,
  )
  const southEast = map.unproject(point(Math.ceil(max.x / TILE) * TILE, Math.ceil(max.y / TILE) * TILE), zoom)
  const within = (degrees: number, most: number) => Math.max(-most, Math.min(most, degrees))
  return [
    within(northWest.lng, 180),
    within(southEast.lat, 85),
    within(southEast.lng, 180),
    within(northWest.lat, 85),
  ]
}
