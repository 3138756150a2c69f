import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState } from 'react'
import { useRead } from '@/api/useRead'
import { ButtonLink } from '@/design/Button'
import { Segmented } from '@/design/Choice'
import { ErrorState, Skeleton } from '@/design/Notices'
import { ProgressBar } from '@/design/ProgressStrip'
import { QuestPath } from '@/design/QuestPath'
import { Screen } from '@/design/Screen'
import { dayAndMonth } from '@/i18n/dates'
import { stepAddress } from '../home/home'
import { PathMap } from './documents'
import { PathList } from './PathList'
import type { Quest } from './quest'
import { questSteps } from './questSteps'
import { isWaiting } from './states'

type View = 'map' | 'list'
const VIEW = 'kotylion.pathView'

/** One path: a winding map in named sections, or the same as a plain list. */
export default function PathScreen({ id }: { id: string }) {
  const { t } = useLingui()
  const { data, loading, failed, reload } = useRead(PathMap, { id })
  const quest = data?.questMap
  return (
    <Screen
      title={quest?.title ?? t`Path`}
      back="/paths"
      action={quest && <Continue quest={quest} />}
      aside={
        quest && (
          <span className="quiet numbers">
            {quest.done} / {quest.of}
          </span>
        )
      }
    >
      {loading && <Skeleton rows={5} />}
      {(failed || data?.questMap === null) && (
        <ErrorState title={<Trans>This path could not be read</Trans>} onRetry={reload}>
          <Trans>It may have ended, or there is no network. What you have done is safe.</Trans>
        </ErrorState>
      )}
      {quest && <QuestContent quest={quest} />}
    </Screen>
  )
}

function Continue({ quest }: { quest: Quest }) {
  const next = quest.sections.flatMap(({ steps }) => steps).find(({ id }) => id === quest.nextStepId)
  if (!next) return null
  return (
    <ButtonLink to={stepAddress(quest.enrollmentId, next.id)}>
      {isWaiting(next.state) ? <Trans>See: {next.title}</Trans> : <Trans>Continue: {next.title}</Trans>}
    </ButtonLink>
  )
}

function QuestContent({ quest }: { quest: Quest }) {
  const { t } = useLingui()
  const [view, setView] = useState<View>(() => (localStorage.getItem(VIEW) === 'list' ? 'list' : 'map'))
  useOpenAtCurrent(quest.nextStepId)
  let before = 0
  return (
    <>
      <div className="stack stack-tight">
        <p>{quest.description}</p>
        <ProgressBar done={quest.done} of={quest.of} label={t`Steps done: ${quest.done} of ${quest.of}`} />
        {quest.dueOn && !quest.completed && (
          <p className="quiet">
            <Trans>Planned until {dayAndMonth(quest.dueOn)}. Later is fine too: nothing is taken away.</Trans>
          </p>
        )}
      </div>
      <Segmented
        legend={t`How to show the path`}
        value={view}
        options={[
          { value: 'map', label: t`Map` },
          { value: 'list', label: t`List` },
        ]}
        onChange={chosen => {
          localStorage.setItem(VIEW, chosen)
          setView(chosen)
        }}
      />
      {quest.sections.map(section => {
        const offset = before
        before += section.steps.length
        return (
          <section className="quest-section" key={section.key} aria-labelledby={`section-${section.key}`}>
            <header>
              <h2 id={`section-${section.key}`}>{section.title}</h2>
              <span className="quiet numbers">
                {section.done} / {section.of}
              </span>
            </header>
            {view === 'map' ? (
              <QuestPath steps={questSteps(section.steps, quest)} offset={offset} />
            ) : (
              <PathList steps={questSteps(section.steps, quest)} />
            )}
          </section>
        )
      })}
    </>
  )
}

/** Brings the current node into sight once; facts that come later never move what is being read. */
function useOpenAtCurrent(stepId: string | null): void {
  const opened = useRef(false)
  useEffect(() => {
    if (opened.current || !stepId) return
    opened.current = true
    document.getElementById(`step-${stepId}`)?.scrollIntoView({ block: 'center' })
  }, [stepId])
}
