import { Trans, useLingui } from '@lingui/react/macro'
import { CalendarCheck, HandHeart, Shapes, Sparkles } from 'lucide-react'
import { ButtonLink } from '@/design/Button'
import type { Home } from './home'

const CLUB_ROLES = ['member', 'helper', 'leader']

/** What people do with one another: being at an event, and a good word for somebody of the club. */
export function Together({ home }: { home: Home }) {
  const { t } = useLingui()
  const inClub = home.groups.some(({ role }) => CLUB_ROLES.includes(role))
  if (home.groups.length === 0) return null
  return (
    <section className="together-ways" aria-label={t`Together`}>
      <ButtonLink to="/events" look="quiet">
        <CalendarCheck aria-hidden="true" size={20} />
        <Trans>Events</Trans>
      </ButtonLink>
      <ButtonLink to="/clubs" look="quiet">
        <Shapes aria-hidden="true" size={20} />
        <Trans>Clubs</Trans>
      </ButtonLink>
      {inClub && (
        <>
          <ButtonLink to="/clubs/thank" look="quiet">
            <HandHeart aria-hidden="true" size={20} />
            <Trans>Say thank you</Trans>
          </ButtonLink>
          <ButtonLink to="/clubs/nominate" look="quiet">
            <Sparkles aria-hidden="true" size={20} />
            <Trans>Nominate</Trans>
          </ButtonLink>
        </>
      )}
    </section>
  )
}
