import { Plural, Trans } from '@lingui/react/macro'
import { Printer } from 'lucide-react'
import { ButtonLink } from '@/design/Button'
import { Card } from '@/design/Card'
import { CardsForm } from '../classes/CardsForm'
import type { Import } from './mapping'

/** The list is in: one card a class, with its cards to print. */
export function Imported({ list }: { list: Import }) {
  return (
    <section className="stack" aria-labelledby="imported">
      <h2 id="imported" role="status">
        <Plural value={list.total - list.skipped} one="# student imported" other="# students imported" />
      </h2>
      <p className="quiet">
        <Trans>Nothing of the file is kept. Print the cards now or later in “Students”.</Trans>
      </p>
      {list.imported.map(({ id, name, led }) => (
        <Card key={id} as="section">
          <h3>{name}</h3>
          <div className="row">
            <CardsForm groupId={id}>
              <Printer aria-hidden="true" size={20} />
              <Trans>Print the cards</Trans>
            </CardsForm>
            {led ? (
              <ButtonLink to={`/classes/${id}`} look="quiet">
                <Trans>Open the board</Trans>
              </ButtonLink>
            ) : (
              <ButtonLink to={`/classes/${id}/roster`} look="quiet">
                <Trans>Students and cards</Trans>
              </ButtonLink>
            )}
          </div>
        </Card>
      ))}
    </section>
  )
}
