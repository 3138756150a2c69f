import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { CloudUpload } from 'lucide-react'
import { Button } from '@/design/Button'
import { clock } from '@/i18n/dates'
import { type BadgeChoice, badgesWaiting, type WaitingAward } from './recognise'

type WaitingAwardsProps = {
  acts: readonly WaitingAward[]
  badges: readonly BadgeChoice[]
  onDrop: (key: string) => Promise<void>
}

/** The queue in sight: what the phone keeps until there is a network. Until then it can simply be taken back. */
export function WaitingAwards({ acts, badges, onDrop }: WaitingAwardsProps) {
  const { t } = useLingui()
  if (acts.length === 0) return null
  return (
    <section className="card" aria-label={t`Saved on the phone`}>
      <p className="queue-head" role="status">
        <CloudUpload aria-hidden="true" />
        <strong className="grow">
          <Plural
            value={badgesWaiting(acts)}
            one="Saved on the phone: # badge waits for the network"
            other="Saved on the phone: # badges wait for the network"
          />
        </strong>
      </p>
      <ul className="list">
        {acts.map(({ key, at, variables }) => {
          const badge = badges.find(({ id }) => id === variables.achievementId)
          return (
            <li key={key} className="list-row">
              {badge && <img className="thumb" src={badge.art.svgUrl} alt="" width={40} height={40} />}
              <span className="grow">
                <strong>{badge?.name}</strong>
                <small className="quiet">
                  <Plural value={variables.userIds.length} one="# person" other="# people" /> · {clock(at)}
                </small>
              </span>
              <Button look="plain" onClick={() => void onDrop(key)}>
                <Trans>Take back</Trans>
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
