import { useState } from 'react'
import { Avatar } from '@/design/Avatar'
import { Card, CountTile } from '@/design/Card'
import { Chip, Chips } from '@/design/Chips'
import { CheckRow, Segmented } from '@/design/Choice'
import { ProgressStrip } from '@/design/ProgressStrip'
import { State, type StepState } from '@/design/State'

const PEOPLE: [string, StepState[]][] = [
  [
    'Zofia Wiśniewska',
    ['done', 'done', 'done', 'done', 'review', 'current', 'open', 'open', 'open', 'open', 'open'],
  ],
  [
    'Oleksandr Shevchenko',
    ['done', 'done', 'attention', 'current', 'open', 'open', 'open', 'open', 'open', 'open', 'open'],
  ],
  [
    'Julia Zając-Żółkiewska',
    ['done', 'done', 'done', 'done', 'done', 'done', 'done', 'done', 'done', 'review', 'current'],
  ],
]

export function Boards() {
  const [view, setView] = useState<'list' | 'matrix'>('list')
  const [chosen, setChosen] = useState<string[]>(['Zofia Wiśniewska'])
  return (
    <>
      <div className="tiles">
        <CountTile count={12} label="gotowych" to="/_gallery" />
        <CountTile count={9} label="do oceny" tone="review" to="/_gallery" />
        <CountTile count={3} label="utknęło" tone="attention" to="/_gallery" />
      </div>
      <Segmented
        legend="Widok"
        value={view}
        onChange={setView}
        options={[
          { value: 'list', label: 'Lista' },
          { value: 'matrix', label: 'Macierz' },
        ]}
      />
      <div className="stack">
        {PEOPLE.map(([name, states]) => (
          <Card key={name} to="/_gallery">
            <div className="row spread">
              <strong>{name}</strong>
              <State state="review">1 do oceny</State>
            </div>
            <ProgressStrip states={states} label={`${name}: 4 z 11 kroków, 1 do oceny`} />
          </Card>
        ))}
      </div>
      <Chips label="Kto?">
        <Chip pressed onPress={() => {}}>
          Gotowi (12)
        </Chip>
        <Chip pressed={false} onPress={() => {}}>
          Wszyscy (29)
        </Chip>
      </Chips>
      <ul className="card list">
        {PEOPLE.map(([name]) => (
          <li key={name}>
            <CheckRow
              checked={chosen.includes(name)}
              onChange={on => setChosen(all => (on ? [...all, name] : all.filter(other => other !== name)))}
              note="7 z 11 kroków"
              end={<Avatar name={name} />}
            >
              {name}
            </CheckRow>
          </li>
        ))}
      </ul>
    </>
  )
}
