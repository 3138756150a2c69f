import { Plural, Trans } from '@lingui/react/macro'
import { CloudUpload, Projector, QrCode } from 'lucide-react'
import type { ResultOf } from '@/api/graphql'
import { ButtonLink } from '@/design/Button'
import { clock } from '@/i18n/dates'
import { shortDay } from '../moments'
import type { DoorScreenDocument } from './documents'

export type Door = NonNullable<ResultOf<typeof DoorScreenDocument>['checkInScreen']>
type DoorHeadProps = { screen: Door; here: number; projectorUrl: string; codesWaiting: number }

/** How many are here, which badge they get, and the other two ways to be ticked. */
export function DoorHead({ screen, here, projectorUrl, codesWaiting }: DoorHeadProps) {
  const { event, people } = screen
  return (
    <>
      <div className="card door-head">
        <p className="door-count" role="status">
          <strong className="numbers">{here}</strong>
          <span>
            <Plural value={people.length} one="of # person here" other="of # people here" />
          </span>
        </p>
        {event.badge && (
          <p className="door-badge">
            <img src={event.badge.art.svgUrl} alt="" width={48} height={48} />
            <span className="quiet">
              <Trans>Everybody ticked gets “{event.badge.name}”.</Trans>
            </span>
          </p>
        )}
      </div>
      {!screen.open && !event.cancelled && (
        <p className="notice">
          <Trans>
            People check themselves in from {shortDay(screen.opensAt)}, {clock(screen.opensAt)} until{' '}
            {shortDay(screen.closesAt)}, {clock(screen.closesAt)}.
          </Trans>
        </p>
      )}
      {codesWaiting > 0 && (
        <p className="notice notice-review">
          <CloudUpload aria-hidden="true" />
          <Plural
            value={codesWaiting}
            one="# scanned code waits on the phone for the network."
            other="# scanned codes wait on the phone for the network."
          />
        </p>
      )}
      {!event.cancelled && (
        <div className="row door-links">
          <a className="button button-quiet" href={projectorUrl} target="_blank" rel="noreferrer">
            <Projector aria-hidden="true" size={20} />
            <Trans>On the screen</Trans>
          </a>
          <ButtonLink to={`/events/${event.id}/codes`} look="quiet">
            <QrCode aria-hidden="true" size={20} />
            <Trans>On paper</Trans>
          </ButtonLink>
        </div>
      )}
    </>
  )
}
