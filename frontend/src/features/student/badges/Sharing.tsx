import { Plural, Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { Card } from '@/design/Card'
import { CheckRow } from '@/design/Choice'
import { FieldError } from '@/design/Field'
import { fullDay } from '@/i18n/dates'
import { AskGuardian } from './AskGuardian'
import { type Badge, isGood, type Owner } from './badge'
import { WithdrawShares } from './documents'
import { NewLink } from './NewLink'
import { ShareSheet } from './ShareSheet'

/** The share switch. On opens the preview; off ends every link at once. */
export function Sharing({ badge, owner }: { badge: Badge; owner: Owner }) {
  const [choosing, setChoosing] = useState(false)
  const [url, setUrl] = useState<string>()
  const [off, setOff] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [withdraw, busy] = useSend(WithdrawShares)
  if (!isGood(badge)) return null
  const shared = (badge.shares.length > 0 && !off) || url !== undefined

  async function turnOff(): Promise<void> {
    setOff(true)
    setUrl(undefined)
    const sent = await withdraw({ credentialId: badge.id })
    if (sent.outcome === 'done') return setProblem(undefined)
    setOff(false)
    if (sent.outcome !== 'saved') setProblem(sent.problems[0]?.message)
  }

  return (
    <Card as="section" labelledBy="badge-sharing">
      <h2 id="badge-sharing">
        <Trans>Who sees it</Trans>
      </h2>
      {!owner.maySharePublicly ? (
        <>
          <p>
            <Trans>
              You, your teachers and, without your name, the class. Sharing outside opens when you are 16, or
              earlier when your guardian agrees; until then nobody can do it, not even by mistake. The badge
              loses nothing by waiting.
            </Trans>
          </p>
          <AskGuardian />
        </>
      ) : !badge.signed ? (
        <p>
          <Trans>Only you and your teachers for now. When it is signed you can share it with a link.</Trans>
        </p>
      ) : (
        <>
          <CheckRow
            checked={shared}
            onChange={on => (on ? setChoosing(true) : !busy && void turnOff())}
            note={
              shared ? (
                <Trans>Whoever has your link sees it. Turn it off, and every link stops at once.</Trans>
              ) : (
                <Trans>Now only you and your teachers see it.</Trans>
              )
            }
          >
            <Trans>Share with a link</Trans>
          </CheckRow>
          {shared && badge.shares.length > 0 && !off && <Links badge={badge} />}
          {url && <NewLink url={url} name={badge.name} />}
          {shared && !url && (
            <div>
              <Button look="plain" onClick={() => setChoosing(true)}>
                <Trans>Make another link</Trans>
              </Button>
            </div>
          )}
        </>
      )}
      <FieldError message={problem} />
      {choosing && (
        <ShareSheet
          badge={badge}
          owner={owner}
          onClose={() => setChoosing(false)}
          onShared={made => {
            setOff(false)
            setUrl(made)
            setChoosing(false)
          }}
        />
      )}
    </Card>
  )
}

function Links({ badge }: { badge: Badge }) {
  const last = badge.shares.map(({ expiresAt }) => expiresAt).sort()[badge.shares.length - 1]
  return (
    <p className="quiet">
      <Plural value={badge.shares.length} one="# link works" other="# links work" />
      {last && (
        <>
          {', '}
          <Trans>until {fullDay(last)} at the latest</Trans>
        </>
      )}
    </p>
  )
}
