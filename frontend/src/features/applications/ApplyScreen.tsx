import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Problem } from '@/api/problems'
import { useRead } from '@/api/useRead'
import { useSend } from '@/api/useSend'
import { Card } from '@/design/Card'
import { Select } from '@/design/Field'
import { EmptyState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { Criteria } from './Criteria'
import { Apply, WhereToApply } from './documents'
import { WorkForm } from './WorkForm'

/** Applying for one badge: what it asks for, who reads what is sent, and the form. */
export default function ApplyScreen({ achievementId }: { achievementId: string }) {
  const { t } = useLingui()
  const [, go] = useLocation()
  const { data, loading } = useRead(WhereToApply, { achievementId })
  const [deskId, setDesk] = useState('')
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [apply, applying] = useSend(Apply)
  const desks = data?.applicationDesks ?? []
  const desk = desks.find(({ id }) => id === deskId) ?? desks[0]
  return (
    <Screen title={desk?.badgeName ?? t`I can do this already`} back="/applications">
      {loading && <Skeleton rows={3} />}
      {data && !desk && (
        <EmptyState title={<Trans>No applications are taken for this badge</Trans>}>
          <Trans>Ask your teacher how else you can earn it.</Trans>
        </EmptyState>
      )}
      {desk && (
        <>
          {desk.mine && (
            <Card to={`/applications/${desk.mine}`} tone="attention">
              <Trans>You have applied for this badge before. See what was answered.</Trans>
            </Card>
          )}
          <Criteria outcomes={desk.outcomes} />
          <section className="card stack" aria-labelledby="my-work">
            <h2 id="my-work">
              <Trans>Show what you can do</Trans>
            </h2>
            {desks.length > 1 && (
              <Select
                label={<Trans>Who looks at it</Trans>}
                value={desk.id}
                onChange={event => setDesk(event.target.value)}
              >
                {desks.map(({ id, placeName }) => (
                  <option key={id} value={id}>
                    {placeName}
                  </option>
                ))}
              </Select>
            )}
            <p className="quiet">{desk.whoReads}</p>
            <WorkForm
              statement=""
              busy={applying}
              problems={problems}
              onSend={async (statement, evidence, uploads) => {
                const sent = await apply({ deskId: desk.id, statement, evidence }, { uploads })
                if (sent.outcome === 'done' && sent.payload.application)
                  go(`/applications/${sent.payload.application.id}`)
                else if ('problems' in sent) setProblems(sent.problems)
              }}
            />
          </section>
        </>
      )}
    </Screen>
  )
}
