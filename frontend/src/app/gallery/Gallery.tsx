import { ButtonLink } from '@/design/Button'
import { Screen } from '@/design/Screen'
import { LiveDot } from '@/live/LiveDot'
import { Boards } from './Boards'
import { Controls } from './Controls'
import { Medals } from './Medals'
import { Quest } from './Quest'

/** Every component with believable content, for looking at and for screenshots. Never part of a release. */
export default function Gallery() {
  return (
    <Screen
      title="Cztery działania i projekt"
      back="/"
      aside={<LiveDot />}
      action={<ButtonLink to="/_gallery">Kontynuuj: debata w klasie</ButtonLink>}
    >
      <Quest />
      <Medals />
      <Boards />
      <Controls />
    </Screen>
  )
}
