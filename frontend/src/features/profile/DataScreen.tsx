import { Trans, useLingui } from '@lingui/react/macro'
import { Download } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ResultOf } from '@/api/graphql'
import { useRead } from '@/api/useRead'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { FieldError } from '@/design/Field'
import { ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { fullDay, written } from '@/i18n/dates'
import { CollectMyData, KeptDataDocument } from './documents'

type Kept = ResultOf<typeof KeptDataDocument>['keptData']

/** While an archive is being made the screen looks again, in milliseconds. */
const LOOK = 1500

/** What is kept about me, in plain words; all of it in one file; and whom to ask to delete it. */
export default function DataScreen() {
  const { t } = useLingui()
  const { data, loading, failed, reload } = useRead(KeptDataDocument)
  const archive = data?.keptData.archive
  const making = archive !== undefined && archive !== null && !archive.ready
  useEffect(() => {
    if (!making) return
    const timer = setInterval(reload, LOOK)
    return () => clearInterval(timer)
  }, [making, reload])
  return (
    <Screen title={t`My data`} back="/profile">
      {loading && <Skeleton />}
      {failed && (
        <ErrorState title={<Trans>This could not be read</Trans>} onRetry={reload}>
          <Trans>Nothing is lost. Look again in a moment.</Trans>
        </ErrorState>
      )}
      {data && (
        <>
          <WhatIsKept kept={data.keptData} />
          <Archive archive={data.keptData.archive} onAsked={reload} />
          <WhomToAsk ask={data.keptData.ask} />
        </>
      )}
    </Screen>
  )
}

function WhatIsKept({ kept }: { kept: Kept }) {
  return (
    <section className="card" aria-labelledby="kept">
      <h2 id="kept">
        <Trans>What is kept about me</Trans>
      </h2>
      <div className="prose">
        <ul>
          {kept.topics.map(({ code, label }) => (
            <li key={code}>{label}</li>
          ))}
        </ul>
      </div>
      <p className="quiet">
        <Trans>
          Work that may reveal views or belief is deleted 90 days after the decision, other work 30 days after
          the school year. Being at an event is forgotten after a year. Where you are is never kept.
        </Trans>
      </p>
    </section>
  )
}

function Archive({ archive, onAsked }: { archive: Kept['archive']; onAsked: () => void }) {
  const [collect, busy] = useSend(CollectMyData)
  const [problem, setProblem] = useState<string>()

  async function ask(): Promise<void> {
    const sent = await collect({})
    setProblem(
      sent.outcome === 'refused' || sent.outcome === 'unsent' ? sent.problems[0]?.message : undefined,
    )
    onAsked()
  }

  const making = archive !== null && !archive.ready
  return (
    <section className="card" aria-labelledby="archive">
      <h2 id="archive">
        <Trans>Take everything along</Trans>
      </h2>
      <p>
        <Trans>
          One ZIP file with everything: your signed badges in every form, your photos and recordings, texts
          and dates, and a page to read it all without the portal.
        </Trans>
      </p>
      {archive && making && <Progress done={archive.done} parts={archive.parts} />}
      {archive?.ready && <Ready archive={archive} />}
      {!making && (
        <div>
          <Button look={archive ? 'plain' : 'primary'} busy={busy} onClick={() => void ask()}>
            {archive ? <Trans>Gather it again</Trans> : <Trans>Gather my data</Trans>}
          </Button>
        </div>
      )}
      <FieldError message={problem} />
    </section>
  )
}

function Progress({ done, parts }: { done: number; parts: number }) {
  const { t } = useLingui()
  return (
    <div role="status">
      <Trans>Being gathered. You can leave this screen; the file waits here.</Trans>
      <progress className="data-progress" value={done} max={parts} aria-label={t`How far it is`} />
    </div>
  )
}

function Ready({ archive }: { archive: NonNullable<Kept['archive']> }) {
  const size = new Intl.NumberFormat(written(), { maximumFractionDigits: 1 }).format(
    Math.max(0.1, archive.size / 1_048_576),
  )
  return (
    <div className="stack stack-tight" role="status">
      <a className="button" href={archive.url} download>
        <Download aria-hidden="true" size={20} />
        <Trans>Download ({size} MB)</Trans>
      </a>
      <p className="quiet">
        <Trans>
          As it was on {fullDay(archive.askedAt)}. Here until {fullDay(archive.keptUntil)}; do not leave it on
          a shared computer.
        </Trans>
      </p>
    </div>
  )
}

function WhomToAsk({ ask }: { ask: readonly string[] }) {
  return (
    <section className="card" aria-labelledby="whom">
      <h2 id="whom">
        <Trans>Correct or delete</Trans>
      </h2>
      {ask.length > 0 ? (
        <p>
          <Trans>
            Your account is run by your school: {ask.join(', ')}. Ask your teacher or the school’s
            coordinator, by word or in writing; they have to answer within a month. You, or your guardian, may
            ask.
          </Trans>
        </p>
      ) : (
        <p>
          <Trans>
            Your account is your own. Write to who runs this portal; they have to answer within a month. You
            find the address in the privacy notice at the foot of the front page.
          </Trans>
        </p>
      )}
      <p className="quiet">
        <Trans>What is deleted cannot be brought back: take everything along first.</Trans>
      </p>
    </section>
  )
}
