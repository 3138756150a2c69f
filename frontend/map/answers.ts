import type { Feature, FeatureCollection, Point } from 'geojson'
import type { Options } from './options'

/** One event, or one spot of another layer (events/geojson.py). */
export type SpotProperties = {
  layer: string
  title: string
  url: string
  kindLabel?: string
  startsAt?: string
  place?: string
  town?: string
  precision?: string
  line?: string
}
export type ClusterProperties = { layer: string; cluster: true; count: number; name: string }
export type Spot = Feature<Point, SpotProperties>
export type Cluster = Feature<Point, ClusterProperties>
export type Answer = FeatureCollection<Point, SpotProperties | ClusterProperties> & { total: number }

/** West, south, east, north in degrees. */
export type Box = [number, number, number, number]

export const isCluster = (feature: Spot | Cluster): feature is Cluster => 'cluster' in feature.properties

/** Asks what stands in a box. `extra` is the zoom, or `as=points` for the 200 that begin soonest. */
export async function ask(box: Box, extra: string, options: Options, signal?: AbortSignal): Promise<Answer> {
  const edges = box.map(edge => edge.toFixed(3)).join(',')
  const query = options.query ? `&${options.query}` : ''
  const address = `/events.geojson?bbox=${edges}&${extra}&lang=${options.language}${query}`
  const response = await fetch(address, { credentials: 'omit', ...(signal && { signal }) })
  if (!response.ok) throw new Error(String(response.status))
  return (await response.json()) as Answer
}
