import { initials, tone } from './initials'

/** Initials on one of four quiet grounds; the name always stands beside it, so it is not read aloud. */
export function Avatar({ name }: { name: string }) {
  return (
    <span className="avatar" data-tone={tone(name)} aria-hidden="true">
      {initials(name)}
    </span>
  )
}
