import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { BriefcaseBusiness, GraduationCap, UserRound } from 'lucide-react'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useRead } from '@/api/useRead'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { FieldError } from '@/design/Field'
import { ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { State } from '@/design/State'
import { fullDay } from '@/i18n/dates'
import { ComposePresentation, MyPresentations } from './documents'
import { LOOK_OF_STATE } from './presentation'

/** All pages of the person, and a new one in one tap. */
export function PresentationsScreen() {
  const { t } = useLingui()
  const { data, loading, failed, reload } = useRead(MyPresentations)
  const pages = data?.myPresentations ?? []
  return (
    <Screen title={t`Pages about me`} back="/me">
      {loading && <Skeleton rows={3} />}
      {failed && (
        <ErrorState title={<Trans>Your pages could not be read</Trans>} onRetry={reload}>
          <Trans>Nothing is lost. Look again in a moment.</Trans>
        </ErrorState>
      )}
      {pages.length > 0 && (
        <ul className="stack">
          {pages.map(page => (
            <li key={page.id}>
              <Link to={`/presentations/${page.id}`} className="card card-link">
                <h2>{page.label}</h2>
                <p>
                  <State state={LOOK_OF_STATE[page.state] ?? 'open'}>{page.stateLabel}</State>
                </p>
                <p className="quiet">
                  <Plural value={page.badges} one="# badge" other="# badges" />
                  {page.openUntil && (
                    <>
                      {' · '}
                      <Trans>until {fullDay(page.openUntil)}</Trans>
                      {' · '}
                      <Plural value={page.views} one="opened # time" other="opened # times" />
                    </>
                  )}
                </p>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {data && <NewPage first={pages.length === 0} />}
    </Screen>
  )
}

function NewPage({ first }: { first: boolean }) {
  const { t } = useLingui()
  const [, go] = useLocation()
  const [problem, setProblem] = useState<string>()
  const [compose, composing] = useSend(ComposePresentation)

  async function make(purpose: string): Promise<void> {
    const sent = await compose({ purpose })
    if (sent.outcome === 'refused' || sent.outcome === 'unsent') return setProblem(sent.problems[0]?.message)
    const id = sent.outcome === 'done' && sent.payload.presentation?.card.id
    if (id) go(`/presentations/${id}`)
  }

  const ways = [
    { purpose: 'university', icon: GraduationCap, label: t`For a university` },
    { purpose: 'job', icon: BriefcaseBusiness, label: t`For a job` },
    { purpose: 'other', icon: UserRound, label: t`For somebody else` },
  ]
  return (
    <section className="card" aria-labelledby="new-page">
      <h2 id="new-page">{first ? <Trans>Show what you can do</Trans> : <Trans>A new page</Trans>}</h2>
      <p className="quiet">
        <Trans>
          You choose badges, work and words, and see the page as a stranger would. Nobody else sees it until
          you open it, and you can take it down at any time.
        </Trans>
      </p>
      <div className="stack stack-tight">
        {ways.map(({ purpose, icon: Icon, label }) => (
          <Button key={purpose} look="quiet" wide disabled={composing} onClick={() => void make(purpose)}>
            <Icon aria-hidden="true" size={20} />
            {label}
          </Button>
        ))}
      </div>
      <FieldError message={problem} />
    </section>
  )
}
