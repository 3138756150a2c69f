import { Trans, useLingui } from '@lingui/react/macro'
import { Copy, Flag } from 'lucide-react'
import { useState } from 'react'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { IconButton } from '@/design/IconButton'
import { useToast } from '@/design/Toast'
import { dayAndMonth } from '@/i18n/dates'
import { ReportSheet } from '@/report/ReportSheet'
import type { BadgeInFull } from './badge'
import { WithdrawEndorsement } from './documents'
import { EndorseSheet } from './EndorseSheet'

/** Who stands up for the badge, in their own words. */
export function Endorsements({ badge }: { badge: BadgeInFull }) {
  const { t } = useLingui()
  const say = useToast()
  const [endorsing, setEndorsing] = useState(false)
  const [reported, setReported] = useState<string | null>(null)
  const [withdraw, withdrawing] = useSend(WithdrawEndorsement)

  async function takeBack(endorsementId: string): Promise<void> {
    const sent = await withdraw({ endorsementId })
    if (sent.outcome === 'refused' || sent.outcome === 'unsent') say({ text: sent.problems[0]?.message })
  }

  async function copyLink(): Promise<void> {
    await navigator.clipboard.writeText(`${location.origin}/app/lead/badge/${badge.achievement.id}`)
    say({ text: t`Copied.` })
  }

  return (
    <section className="stack stack-tight" aria-labelledby="endorsed">
      <h2 id="endorsed">
        <Trans>Who stands up for it</Trans>
      </h2>
      {badge.endorsements.length === 0 && (
        <p className="quiet">
          <Trans>
            Nobody yet. Ask somebody who saw what you do: a school, a library, a town hall, another club’s
            leader.
          </Trans>
        </p>
      )}
      {badge.endorsements.length > 0 && (
        <ul className="card list">
          {badge.endorsements.map(one => (
            <li key={one.id} className="list-row">
              <span className="grow">
                <strong>{one.by}</strong>
                {one.text && <span className="endorsement-text">{one.text}</span>}
                <small className="quiet">{dayAndMonth(one.at)}</small>
              </span>
              {one.mine ? (
                <Button look="plain" busy={withdrawing} onClick={() => void takeBack(one.id)}>
                  <Trans>Withdraw</Trans>
                </Button>
              ) : (
                <IconButton
                  icon={Flag}
                  label={t`Report what ${one.by} wrote`}
                  onClick={() => setReported(one.id)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {badge.mayChange && !badge.archived && (
        <Button look="plain" onClick={() => void copyLink()}>
          <Copy aria-hidden="true" size={20} />
          <Trans>Copy a link for them</Trans>
        </Button>
      )}
      {badge.mayEndorse && (
        <Button look="quiet" onClick={() => setEndorsing(true)}>
          <Trans>I stand up for it</Trans>
        </Button>
      )}
      {endorsing && (
        <EndorseSheet
          achievementId={badge.achievement.id}
          groups={badge.endorseAs}
          onClose={() => setEndorsing(false)}
        />
      )}
      {reported && (
        <ReportSheet kind="credentials.Endorsement" objectId={reported} onClose={() => setReported(null)} />
      )}
    </section>
  )
}
