import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useRead } from '@/api/useRead'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { FieldError, TextArea } from '@/design/Field'
import { EmptyState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { State } from '@/design/State'
import { AskToAward, IssuersToAskDocument } from './documents'

/** Who leads a group asks accredited issuers whether it may award their badges. */
export default function AskScreen({ groupId }: { groupId: string }) {
  const { t } = useLingui()
  const { data, loading } = useRead(IssuersToAskDocument, { id: groupId })
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState<string>()
  const [ask, asking] = useSend(AskToAward)
  const found = data?.issuersToAsk

  async function send(issuerId: string): Promise<void> {
    const sent = await ask({ groupId, issuerId, note })
    setProblem(sent.outcome === 'done' || sent.outcome === 'saved' ? undefined : sent.problems[0]?.message)
  }

  return (
    <Screen title={t`Award badges of somebody else`} back="/issuers">
      {loading && !found && <Skeleton rows={3} />}
      {found && found.issuers.length === 0 && (
        <EmptyState title={<Trans>There is nobody to ask yet</Trans>}>
          <Trans>Accredited issuers will stand here.</Trans>
        </EmptyState>
      )}
      {found && found.issuers.length > 0 && (
        <>
          <TextArea
            label={<Trans>What you would like to award, and why (not needed)</Trans>}
            rows={3}
            maxLength={300}
            value={note}
            onChange={event => setNote(event.target.value)}
          />
          <FieldError message={problem} />
          <ul className="card list">
            {found.issuers.map(({ code, label }) => (
              <li key={code} className="list-row">
                <span className="grow">{label}</span>
                {found.allowed.includes(code) ? (
                  <State state="done">
                    <Trans>you may award</Trans>
                  </State>
                ) : found.asked.includes(code) ? (
                  <State state="review">
                    <Trans>asked</Trans>
                  </State>
                ) : (
                  <Button
                    look="quiet"
                    busy={asking}
                    aria-label={t`Ask: ${label}`}
                    onClick={() => void send(code)}
                  >
                    <Trans>Ask</Trans>
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Screen>
  )
}
