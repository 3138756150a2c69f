import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Problem } from '@/api/problems'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { Field } from '@/design/Field'
import { Sheet } from '@/design/Sheet'
import { useToast } from '@/design/Toast'
import { JoinByCode } from './documents'
import { CODE_LENGTH, tidied } from './joinCode'

/** The code somebody of the club has given; a QR code of it opens by the phone's own camera. */
export function JoinSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useLingui()
  const [, go] = useLocation()
  const say = useToast()
  const [code, setCode] = useState('')
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [join, busy] = useSend(JoinByCode)
  const full = code.replace('-', '').length === CODE_LENGTH

  async function enter(): Promise<void> {
    const sent = await join({ code })
    if (sent.outcome === 'done') {
      const { club, pending } = sent.payload
      onClose()
      setCode('')
      if (club) {
        say({ text: t`You are in: ${club.name}` })
        go(`/clubs/${club.groupId}`)
      }
      if (pending) say({ text: t`One thing is missing: your guardian has to agree.` })
    } else if (sent.outcome !== 'saved') setProblems(sent.problems)
  }

  return (
    <Sheet
      title={<Trans>Join by code</Trans>}
      open={open}
      onClose={onClose}
      actions={
        <Button busy={busy} disabled={!full} onClick={() => void enter()}>
          <Trans>Join</Trans>
        </Button>
      }
    >
      <form
        onSubmit={event => {
          event.preventDefault()
          if (full) void enter()
        }}
      >
        <Field
          label={t`Code of the club`}
          hint={t`Ten letters and digits. A QR code: scan it with the camera of your phone.`}
          className="input input-code club-code"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          value={code}
          error={problems[0]?.message}
          onChange={event => {
            setProblems([])
            setCode(tidied(event.target.value))
          }}
        />
      </form>
    </Sheet>
  )
}
