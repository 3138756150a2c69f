import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Printer } from 'lucide-react'
import { useRead } from '@/api/useRead'
import { ButtonLink } from '@/design/Button'
import { Card } from '@/design/Card'
import { Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { CardsForm } from './CardsForm'
import { ClassRoster } from './documents'
import './classes.css'

/** The class exists: now the cards, then the first path. */
export default function ReadyClassScreen({ groupId }: { groupId: string }) {
  const { t } = useLingui()
  const { data, loading } = useRead(ClassRoster, { groupId })
  const roster = data?.classRoster
  return (
    <Screen
      title={roster ? t`Class ${roster.name} is ready` : t`Class`}
      back={roster?.led ? `/classes/${groupId}` : '/'}
    >
      {loading && <Skeleton rows={2} />}
      {roster && (
        <>
          <Card tone="next">
            <h2>
              <Plural value={roster.students.length} one="Print # card" other="Print # cards" />
            </h2>
            <p>
              <Trans>
                A student scans the card and is in. PINs come on a sheet of their own: hand them out apart
                from the cards.
              </Trans>
            </p>
            <CardsForm groupId={groupId}>
              <Printer aria-hidden="true" size={20} />
              <Trans>Print the cards</Trans>
            </CardsForm>
          </Card>
          {roster.led ? (
            <div className="row board-links">
              <ButtonLink to={`/paths/${groupId}`} look="quiet">
                <Trans>Assign a path</Trans>
              </ButtonLink>
              <ButtonLink to={`/classes/${groupId}`} look="quiet">
                <Trans>Open the board</Trans>
              </ButtonLink>
            </div>
          ) : (
            <ButtonLink to={`/classes/${groupId}/roster`} look="quiet">
              <Trans>Students and cards</Trans>
            </ButtonLink>
          )}
        </>
      )}
    </Screen>
  )
}
