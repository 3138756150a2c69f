import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { DoorOpen, Maximize2, X } from 'lucide-react'
import { useLocation } from 'wouter'
import type { ResultOf } from '@/api/graphql'
import { useRead } from '@/api/useRead'
import { IconButton } from '@/design/IconButton'
import { ErrorState, Skeleton } from '@/design/Notices'
import { ProgressBar } from '@/design/ProgressStrip'
import { PORTAL_NAME } from '@/design/portal'
import { clock } from '@/i18n/dates'
import { LiveDot } from '@/live/LiveDot'
import { useNow } from '../steady/useNow'
import { Projector } from './documents'
import './projector.css'

type Shown = NonNullable<ResultOf<typeof Projector>['projector']>

/** For the wall: what the class did together. No names, no failures, nothing to compare people by. */
export default function ProjectorScreen({ groupId }: { groupId: string }) {
  const { t } = useLingui()
  const [, go] = useLocation()
  const { data, loading, failed, reload } = useRead(Projector, { groupId })
  const shown = data?.projector
  async function leave(): Promise<void> {
    if (document.fullscreenElement) await document.exitFullscreen()
    go(`/classes/${groupId}`)
  }
  return (
    <div className="projector">
      <title>{`${shown?.groupName ?? t`Projector`} · ${PORTAL_NAME}`}</title>
      <header className="projector-bar">
        <h1>{shown?.groupName}</h1>
        <LiveDot />
        <IconButton
          icon={Maximize2}
          label={t`Full screen`}
          onClick={() => void document.documentElement.requestFullscreen?.()}
        />
        <IconButton icon={X} label={t`Leave the projector`} onClick={() => void leave()} />
      </header>
      <main id="content" tabIndex={-1}>
        {loading && <Skeleton />}
        {(failed || data?.projector === null) && (
          <ErrorState title={<Trans>This class could not be opened</Trans>} onRetry={reload}>
            <Trans>Either the network is away, or the class is not one of yours.</Trans>
          </ErrorState>
        )}
        {shown && <Together shown={shown} />}
      </main>
    </div>
  )
}

function Together({ shown }: { shown: Shown }) {
  const { t } = useLingui()
  const now = useNow(shown.signInOpenUntil !== null)
  const { signInOpenUntil: until } = shown
  return (
    <>
      {until && Date.parse(until) > now && (
        <p className="projector-sign-in">
          <DoorOpen aria-hidden="true" />
          <Trans>Scan your card: sign-in is open until {clock(until)}.</Trans>
        </p>
      )}
      <div className="projector-columns">
        <section aria-labelledby="together">
          <h2 id="together">{shown.pathTitle || <Trans>Our class</Trans>}</h2>
          <p className="projector-number">
            <strong>{shown.stepsDone}</strong>{' '}
            <Plural value={shown.stepsDone} one="step done together" other="steps done together" />
          </p>
          <ul className="projector-sections">
            {shown.sections.map(section => (
              <li key={section.title}>
                <h3>{section.title}</h3>
                <ProgressBar
                  done={section.done}
                  of={section.of}
                  label={t`${section.title}: ${section.done} of ${section.of}`}
                />
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="latest">
          <h2 id="latest">
            <Plural value={shown.badges} one="# badge in our class" other="# badges in our class" />
          </h2>
          <ul className="projector-badges">
            {together(shown.latest).map(({ achievement, people }) => (
              <li key={achievement.id}>
                <img src={achievement.art.svgUrl} alt="" width={160} height={160} />
                <strong>{achievement.name}</strong>
                <span>
                  <Plural value={people} one="# person" other="# people" />
                </span>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  )
}

type Latest = Shown['latest'][number]

/** One medal an achievement, however many acts awarded it. */
function together(latest: readonly Latest[]): Latest[] {
  const found = new Map<string, Latest>()
  for (const one of latest) {
    const before = found.get(one.achievement.id)
    found.set(one.achievement.id, before ? { ...before, people: before.people + one.people } : one)
  }
  return [...found.values()]
}
