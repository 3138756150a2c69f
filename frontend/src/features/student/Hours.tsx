import { Plural } from '@lingui/react/macro'

/** Workload in 60-minute hours; may be a fraction. */
export function Hours({ value }: { value: number }) {
  return <Plural value={value} one="about # hour" other="about # hours" />
}
