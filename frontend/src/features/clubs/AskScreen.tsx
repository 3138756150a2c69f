import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Problem } from '@/api/problems'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { FieldError } from '@/design/Field'
import { EmptyState } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { AskToJoin } from './documents'

/** Reached from a club's public page: asks its leader; the leader decides. */
export default function AskScreen({ groupId }: { groupId: string }) {
  const { t } = useLingui()
  const [ask, busy] = useSend(AskToJoin)
  const [asked, setAsked] = useState(false)
  const [problems, setProblems] = useState<readonly Problem[]>([])

  async function send(): Promise<void> {
    const sent = await ask({ groupId })
    if (sent.outcome === 'done') setAsked(true)
    else if (sent.outcome !== 'saved') setProblems(sent.problems)
  }

  return (
    <Screen title={t`Join a club`} back="/clubs">
      {asked ? (
        <EmptyState title={<Trans>You have asked</Trans>}>
          <Trans>The club's leader decides. When you are in, the club appears among yours.</Trans>
        </EmptyState>
      ) : (
        <EmptyState
          title={<Trans>Ask to join?</Trans>}
          action={
            <Button busy={busy} onClick={() => void send()}>
              <Trans>Ask to join</Trans>
            </Button>
          }
        >
          <Trans>The leader sees your first name and decides. You can leave the club at any time.</Trans>
        </EmptyState>
      )}
      <FieldError message={problems[0]?.message} />
    </Screen>
  )
}
