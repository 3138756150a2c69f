import { plural } from '@lingui/core/macro'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useRead } from '@/api/useRead'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { CheckRow } from '@/design/Choice'
import { FieldError } from '@/design/Field'
import { EmptyState, ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { useToast } from '@/design/Toast'
import { fullDay } from '@/i18n/dates'
import { RenewGiven, ToRenew } from './documents'
import type { Due } from './given'

/** Badges of a group that are over or end soon: chosen already, so that one tap renews them. */
export default function RenewScreen({ groupId }: { groupId: string }) {
  const { t } = useLingui()
  const { data, loading, failed, reload } = useRead(ToRenew, { groupId })
  return (
    <Screen title={t`Badges to renew`} back={`/award/${groupId}`}>
      {loading && !data && <Skeleton rows={4} />}
      {failed && !data && (
        <ErrorState title={<Trans>The badges could not be read</Trans>} onRetry={reload}>
          <Trans>Everything is safe. Check the network and try again.</Trans>
        </ErrorState>
      )}
      {data?.renewable.length === 0 && (
        <EmptyState title={<Trans>Nothing to renew</Trans>}>
          <Trans>Badges that are valid for a time only stand here from 60 days before their end.</Trans>
        </EmptyState>
      )}
      {data?.renewable.map(due => (
        <DueBadge key={due.achievementId} due={due} groupId={groupId} onRenewed={reload} />
      ))}
    </Screen>
  )
}

function DueBadge({ due, groupId, onRenewed }: { due: Due; groupId: string; onRenewed: () => void }) {
  const say = useToast()
  const [send, sending] = useSend(RenewGiven)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [problem, setProblem] = useState<string>()
  const chosen = due.people.filter(({ userId }) => !left.has(userId))

  function mark(userId: string, on: boolean): void {
    const next = new Set(left)
    if (on) next.delete(userId)
    else next.add(userId)
    setLeft(next)
  }

  async function renew(): Promise<void> {
    const studentIds = chosen.map(({ userId }) => userId)
    const sent = await send({ groupId, achievementId: due.achievementId, studentIds })
    if (sent.outcome === 'refused' || sent.outcome === 'unsent') return setProblem(sent.problems[0]?.message)
    const people = sent.outcome === 'done' ? (sent.payload.people ?? 0) : chosen.length
    say({
      text: plural(people, {
        one: `“${due.badgeName}” renewed for # person`,
        other: `“${due.badgeName}” renewed for # people`,
      }),
    })
    onRenewed()
  }

  return (
    <section className="card stack" aria-labelledby={`due-${due.achievementId}`}>
      <div className="given-face">
        <img src={due.art.svgUrl} alt="" width={64} height={64} />
        <h2 id={`due-${due.achievementId}`}>{due.badgeName}</h2>
      </div>
      <ul className="list">
        {due.people.map(one => (
          <li key={one.userId}>
            <CheckRow
              checked={!left.has(one.userId)}
              onChange={on => mark(one.userId, on)}
              note={
                one.over ? (
                  <Trans>no longer valid since {fullDay(one.validUntil)}</Trans>
                ) : (
                  <Trans>valid until {fullDay(one.validUntil)}</Trans>
                )
              }
            >
              {one.name}
            </CheckRow>
          </li>
        ))}
      </ul>
      <FieldError message={problem} />
      <Button busy={sending} disabled={chosen.length === 0} onClick={() => void renew()}>
        <Plural value={chosen.length} one="Renew for # person" other="Renew for # people" />
      </Button>
    </section>
  )
}
