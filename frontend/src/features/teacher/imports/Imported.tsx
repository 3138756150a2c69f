import { Plural, Trans } from '@lingui/react/macro'
import { Printer } from 'lucide-react'
import { useRead } from '@/api/useRead'
import { ButtonLink } from '@/design/Button'
import { Card } from '@/design/Card'
import { CardsForm } from '../classes/CardsForm'
import { TeacherGroups } from '../classes/documents'
import type { Import } from './mapping'

/** The list is in: one card a class, with its cards to print. */
export function Imported({ list }: { list: Import }) {
  const { data } = useRead(TeacherGroups)
  const nameOf = (id: string) => data?.me?.groups.find(group => group.id === id)?.name
  return (
    <section className="stack" aria-labelledby="imported">
      <h2 id="imported" role="status">
        <Plural value={list.total - list.skipped} one="# student imported" other="# students imported" />
      </h2>
      <p className="quiet">
        <Trans>Nothing of the file is kept. Print the cards now or later in “Students”.</Trans>
      </p>
      {list.classIds.map(id => (
        <Card key={id} as="section">
          <h3>{nameOf(id) ?? <Trans>Class</Trans>}</h3>
          <div className="row">
            <CardsForm groupId={id}>
              <Printer aria-hidden="true" size={20} />
              <Trans>Print the cards</Trans>
            </CardsForm>
            <ButtonLink to={`/classes/${id}`} look="quiet">
              <Trans>Open the board</Trans>
            </ButtonLink>
          </div>
        </Card>
      ))}
    </section>
  )
}
