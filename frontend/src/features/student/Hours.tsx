import { Plural } from '@lingui/react/macro'

/** Workload in 60-minute hours, which may be a fraction; less than one is said in minutes. */
export function Hours({ value }: { value: number }) {
  return value < 1 ? (
    <Plural value={Math.round(value * 60)} one="about # minute" other="about # minutes" />
  ) : (
    <Plural value={value} one="about # hour" other="about # hours" />
  )
}
