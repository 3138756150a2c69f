import type { GeoJsonObject, Point } from 'geojson'
import { divIcon, geoJSON, type Map as LeafletMap, layerGroup, marker, tileLayer } from 'leaflet'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { Options } from './options'
import address from './poland.topo.json?url'

type Town = { name: string; zoom: number }
type Poland = Topology<{
  sea: GeometryCollection
  voivodeships: GeometryCollection
  lakes: GeometryCollection
  borders: GeometryCollection
  rivers: GeometryCollection
  towns: GeometryCollection<Town>
}>

/** Draws our own map, or the tiles an operator has named, and the towns' names over it. */
export async function basemap(map: LeafletMap, options: Options): Promise<void> {
  if (options.tiles) {
    tileLayer(options.tiles, { attribution: options.tileAttribution, maxZoom: 18 }).addTo(map)
    return
  }
  const poland = (await (await fetch(address)).json()) as Poland
  const draw = (shape: GeoJsonObject, className: string) =>
    geoJSON(shape, { interactive: false, style: { className } }).addTo(map)
  draw(feature(poland, poland.objects.sea), 'map-sea')
  draw(feature(poland, poland.objects.voivodeships), 'map-home')
  draw(feature(poland, poland.objects.lakes), 'map-water')
  draw(feature(poland, poland.objects.rivers), 'map-river')
  draw(feature(poland, poland.objects.borders), 'map-border')
  draw(mesh(poland, poland.objects.voivodeships), 'map-line')
  townNames(
    map,
    feature(poland, poland.objects.towns).features.map(one => [one.geometry as Point, one.properties]),
  )
}

const LETTER = 7.2
const LINE = 18

/** Names that fit: the larger town first, none over another. They are pictures; buttons and lists speak. */
function townNames(map: LeafletMap, towns: [Point, Town][]): void {
  const names = layerGroup().addTo(map)
  const write = () => {
    names.clearLayers()
    const taken: [number, number, number][] = []
    const view = map.getBounds().pad(0.1)
    for (const [{ coordinates }, { name, zoom }] of towns) {
      const place: [number, number] = [coordinates[1] ?? 0, coordinates[0] ?? 0]
      if (zoom > map.getZoom() + 0.5 || !view.contains(place)) continue
      const { x, y } = map.latLngToLayerPoint(place)
      const half = (name.length * LETTER) / 2
      if (taken.some(([tx, ty, th]) => Math.abs(tx - x) < th + half && Math.abs(ty - y) < LINE)) continue
      taken.push([x, y, half])
      const words = document.createElement('span')
      words.textContent = name
      const icon = divIcon({ className: 'map-town', html: words, iconSize: [0, 0] })
      marker(place, { icon, interactive: false, keyboard: false, zIndexOffset: -1000 }).addTo(names)
    }
  }
  map.on('zoomend moveend', write)
  write()
}
