import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { type Problem, problemAt } from '@/api/problems'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { CheckRow, RadioCards, Segmented } from '@/design/Choice'
import { Field, FieldError } from '@/design/Field'
import { Sheet } from '@/design/Sheet'
import { type Badge, nameAs, type Owner, type ShownName } from './badge'
import { ChooseNickname, ShareBadge } from './documents'
import { StrangerPreview } from './StrangerPreview'

type ShareSheetProps = { badge: Badge; owner: Owner; onClose: () => void; onShared: (url: string) => void }
type Days = '7' | '30' | '365'

/** How the student is named, for how long, with or without the place: seen beforehand as a stranger sees it. */
export function ShareSheet({ badge, owner, onClose, onShared }: ShareSheetProps) {
  const { t } = useLingui()
  const [shownName, setShownName] = useState<ShownName>('initials')
  const [nickname, setNickname] = useState(owner.nickname)
  const [days, setDays] = useState<Days>('30')
  const [withPlace, setWithPlace] = useState(false)
  const [withResult, setWithResult] = useState(false)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [share, sharing] = useSend(ShareBadge)
  const [rename, renaming] = useSend(ChooseNickname)
  const shownAs = { ...owner, nickname }

  async function make(): Promise<void> {
    if (shownName === 'nickname' && nickname !== owner.nickname) {
      const renamed = await rename({ nickname })
      if (renamed.outcome === 'refused' || renamed.outcome === 'unsent') return setProblems(renamed.problems)
    }
    const chosen = { credentialId: badge.id, shownName, withPlace, withResult, days: Number(days) }
    const sent = await share(chosen)
    if (sent.outcome === 'done' && sent.payload.url) onShared(sent.payload.url)
    else if (sent.outcome === 'refused' || sent.outcome === 'unsent') setProblems(sent.problems)
  }

  return (
    <Sheet
      title={<Trans>Share this badge</Trans>}
      open
      onClose={onClose}
      actions={
        <Button busy={sharing || renaming} onClick={() => void make()}>
          <Trans>Make the link</Trans>
        </Button>
      }
    >
      <RadioCards
        legend={<Trans>What do strangers call you?</Trans>}
        value={shownName}
        onChange={setShownName}
        options={[
          { value: 'initials', label: t`Initials`, note: nameAs('initials', owner) },
          { value: 'nickname', label: t`Nickname`, note: nickname || t`You choose it below.` },
          { value: 'full', label: t`Full name`, note: nameAs('full', owner) },
        ]}
      />
      {shownName === 'nickname' && (
        <Field
          label={<Trans>Nickname</Trans>}
          value={nickname}
          maxLength={40}
          autoComplete="off"
          onChange={event => setNickname(event.target.value)}
          error={problemAt(problems, 'nickname') ?? problemAt(problems, 'shown_name')}
        />
      )}
      <div className="stack stack-tight">
        <p className="field-label">
          <Trans>How long does the link work?</Trans>
        </p>
        <Segmented
          legend={t`How long does the link work?`}
          value={days}
          onChange={setDays}
          options={[
            { value: '7', label: t`a week` },
            { value: '30', label: t`a month` },
            { value: '365', label: t`a year` },
          ]}
        />
      </div>
      <CheckRow checked={withPlace} onChange={setWithPlace}>
        <Trans>Show the place, if the badge has one</Trans>
      </CheckRow>
      {badge.result && (
        <CheckRow checked={withResult} onChange={setWithResult} note={badge.result}>
          <Trans>Show the grade</Trans>
        </CheckRow>
      )}
      <StrangerPreview badge={badge} name={nameAs(shownName, shownAs)} />
      <FieldError
        message={problems.find(({ field }) => field !== 'nickname' && field !== 'shown_name')?.message}
      />
    </Sheet>
  )
}
