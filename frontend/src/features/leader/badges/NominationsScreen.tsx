import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Flag } from 'lucide-react'
import { useState } from 'react'
import type { ResultOf } from '@/api/graphql'
import { useRead } from '@/api/useRead'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { IconButton } from '@/design/IconButton'
import { EmptyState, ErrorState, Skeleton } from '@/design/Notices'
import { ProgressStrip } from '@/design/ProgressStrip'
import { Screen } from '@/design/Screen'
import { useToast } from '@/design/Toast'
import { ReportSheet } from '@/report/ReportSheet'
import { UndoRecognition } from '../award/documents'
import { DecideNominations, NominationPiles } from './documents'
import './badges.css'

type Pile = NonNullable<ResultOf<typeof NominationPiles>['nominationsToDecide']>[number]

/** What members propose. The leader sees who proposed and why; nobody else ever does. */
export default function NominationsScreen({ groupId }: { groupId: string }) {
  const { t } = useLingui()
  const { data, loading, failed, reload } = useRead(NominationPiles, { groupId })
  const piles = data?.nominationsToDecide ?? []
  return (
    <Screen title={t`Nominations`} back={`/lead/${groupId}/badges`}>
      {loading && <Skeleton rows={3} />}
      {failed && (
        <ErrorState title={<Trans>The nominations could not be loaded</Trans>} onRetry={reload}>
          <Trans>Nothing is lost. Check the network and try again.</Trans>
        </ErrorState>
      )}
      {data && piles.length === 0 && (
        <EmptyState title={<Trans>Nothing to decide</Trans>}>
          <Trans>When members nominate somebody for a badge, you see here for what and why.</Trans>
        </EmptyState>
      )}
      {piles.map(pile => (
        <PileCard key={`${pile.achievement.id}:${pile.userId}`} groupId={groupId} pile={pile} />
      ))}
    </Screen>
  )
}

function PileCard({ groupId, pile }: { groupId: string; pile: Pile }) {
  const { t } = useLingui()
  const say = useToast()
  const [decide, deciding] = useSend(DecideNominations)
  const [undo] = useSend(UndoRecognition)
  const [reported, setReported] = useState<string | null>(null)
  const missing = Math.max(0, pile.needed - pile.count)

  async function takeBack(batchId: string): Promise<void> {
    const sent = await undo({ batchId })
    if (sent.outcome === 'done') say({ text: t`“${pile.achievement.name}” has been taken back.` })
    else if (sent.outcome !== 'saved') say({ text: sent.problems[0]?.message })
  }

  async function answer(accept: boolean): Promise<void> {
    const { achievement, userId, name } = pile
    const sent = await decide({ groupId, achievementId: achievement.id, userId, accept })
    if (sent.outcome === 'saved') return
    if (sent.outcome !== 'done') return say({ text: sent.problems[0]?.message })
    const { batchId } = sent.payload
    say({
      text: accept ? t`“${achievement.name}” awarded to ${name}.` : t`Not now. Nobody is told.`,
      ...(batchId && { undo: () => void takeBack(batchId) }),
    })
  }

  return (
    <article className="card">
      <div className="pile-head">
        <img src={pile.achievement.art.svgUrl} alt="" width={64} height={64} />
        <div className="grow">
          <h2>{pile.name}</h2>
          <p className="quiet">{pile.achievement.name}</p>
        </div>
      </div>
      <ProgressStrip
        states={Array.from({ length: pile.needed }, (_, index) => (index < pile.count ? 'done' : 'open'))}
        label={t`${pile.count} of ${pile.needed} nominations`}
      />
      <ul className="stack stack-tight">
        {pile.reasons.map(({ id, by, reason }) => (
          <li key={id} className="reason">
            <p className="grow">
              <q>{reason}</q> <span className="quiet">{by}</span>
            </p>
            <IconButton icon={Flag} label={t`Report what ${by} wrote`} onClick={() => setReported(id)} />
          </li>
        ))}
      </ul>
      {missing > 0 ? (
        <p className="quiet">
          <Plural value={missing} one="# more nomination is needed." other="# more nominations are needed." />
        </p>
      ) : (
        <div className="row">
          <Button busy={deciding} onClick={() => void answer(true)}>
            <Trans>Award it</Trans>
          </Button>
          <Button look="quiet" disabled={deciding} onClick={() => void answer(false)}>
            <Trans>Not now</Trans>
          </Button>
        </div>
      )}
      {reported && (
        <ReportSheet kind="clubs.Nomination" objectId={reported} onClose={() => setReported(null)} />
      )}
    </article>
  )
}
