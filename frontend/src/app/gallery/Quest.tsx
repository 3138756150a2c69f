import { Card } from '@/design/Card'
import { ProgressBar } from '@/design/ProgressStrip'
import { QuestPath, type QuestStep } from '@/design/QuestPath'
import { State } from '@/design/State'

const START: QuestStep[] = [
  { id: '1', title: 'Poznaj zasady', state: 'done', to: '/_gallery' },
  {
    id: '2',
    title: 'Debata oksfordzka w szkole',
    state: 'done',
    to: '/_gallery',
    badge: true,
    word: 'odznaka zdobyta',
  },
  { id: '3', title: 'Wywiad z radną', state: 'review', to: '/_gallery' },
  { id: '4', title: 'Petycja w sprawie ławek', state: 'attention', to: '/_gallery' },
]
const PROJECT: QuestStep[] = [
  { id: '5', title: 'Debata w klasie', state: 'current', to: '/_gallery' },
  { id: '6', title: 'Projekt społeczny', state: 'open', to: '/_gallery', badge: true },
  { id: '7', title: 'Refleksja: czego się nauczyłem lub nauczyłam', state: 'open', to: '/_gallery' },
  { id: '8', title: 'Mikropoświadczenie', state: 'locked', badge: true },
]

export function Quest() {
  return (
    <>
      <Card tone="next" to="/_gallery">
        <p className="quiet">Dalej</p>
        <h2>Debata w klasie</h2>
        <p className="quiet">Wybierz temat i zgłoś go pani Annie.</p>
        <ProgressBar done={4} of={11} label="4 z 11 kroków" />
      </Card>
      <section className="quest-section">
        <header>
          <h2>Wchodzisz w temat</h2>
          <span className="quiet">2 / 4</span>
        </header>
        <QuestPath steps={START} />
      </section>
      <section className="quest-section">
        <header>
          <h2>Działasz z innymi</h2>
          <span className="quiet">0 / 4</span>
        </header>
        <QuestPath steps={PROJECT} offset={START.length} />
      </section>
      <div className="chips">
        {(['done', 'review', 'attention', 'current', 'open', 'locked'] as const).map(state => (
          <State key={state} state={state} />
        ))}
      </div>
    </>
  )
}
