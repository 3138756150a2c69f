import { useState } from 'react'
import { Button } from '@/design/Button'
import { CelebrationQueue } from '@/design/CelebrationQueue'
import { Medal } from '@/design/Medal'
import { EmptyState } from '@/design/Notices'
import { pleats } from '@/design/pleats'

const drawn = (ground: string, ring: string) =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><path d="${pleats(50, 50, 48, 42, 18)}" fill="${ground}"/><circle cx="50" cy="50" r="33" fill="none" stroke="${ring}" stroke-width="2.5"/><path d="m50 30 6 13 14 2-10 10 2 14-12-7-12 7 2-14-10-10 14-2z" fill="#fff"/></svg>`,
  )}`

const BADGES = [
  { id: 'a', name: 'Debata oksfordzka', art: drawn('#3f37c9', '#c1bdff'), note: 'wczoraj' },
  { id: 'b', name: 'Sprawdzam, zanim podam dalej', art: drawn('#0b6b3a', '#82e0b1'), note: '12 listopada' },
  { id: 'c', name: 'Wolontariat', art: drawn('#a8431f', '#ffb799'), note: '2 kroki' },
  { id: 'd', name: 'Budżet szkolny', art: drawn('#774600', '#f9c780'), note: '3 kroki' },
]

export function Medals() {
  const [unseen, setUnseen] = useState<string[]>([])
  const shown = BADGES.filter(badge => unseen.includes(badge.id)).map(badge => ({
    ...badge,
    from: 'Od: Anna Nowak, I LO w Przykładowie',
    why: '„Świetnie prowadzona rozmowa, także z tymi, którzy myślą inaczej.”',
  }))
  return (
    <>
      <h2>Moje odznaki</h2>
      <div className="medals">
        {BADGES.map(badge => (
          <Medal key={badge.id} art={badge.art} alt="" name={badge.name} note={badge.note} to="/_gallery" />
        ))}
      </div>
      <Button look="quiet" onClick={() => setUnseen(['a', 'b'])}>
        Pokaż świętowanie
      </Button>
      <CelebrationQueue
        badges={shown}
        onSeen={id => setUnseen(all => all.filter(other => other !== id))}
        onOpen={() => {}}
      />
      <EmptyState title="Tu zobaczysz swoje odznaki" action={<Button>Zobacz ścieżki</Button>}>
        Pierwsza pojawi się, gdy ukończysz krok, który ją przyznaje. Zostaje Twoja na zawsze.
      </EmptyState>
    </>
  )
}
