import { Medal as MedalIcon, Route as RouteIcon, User, Users } from 'lucide-react'
import { ButtonLink } from '@/design/Button'
import { FrameContext, Screen } from '@/design/Screen'
import { LiveDot } from '@/live/LiveDot'
import { Boards } from './Boards'
import { Controls } from './Controls'
import { Medals } from './Medals'
import { Quest } from './Quest'

const FRAME = {
  banner: null,
  tabs: [
    { to: '/', icon: MedalIcon, label: 'Odznaki' },
    { to: '/_gallery', icon: RouteIcon, label: 'Ścieżki', count: 2 },
    { to: '/class', icon: Users, label: 'Klasa' },
    { to: '/me', icon: User, label: 'Ja' },
  ],
}

/** Every component with believable content, for looking at and for screenshots. Never part of a release. */
export default function Gallery() {
  return (
    <FrameContext value={FRAME}>
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
    </FrameContext>
  )
}
