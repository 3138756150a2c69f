import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { ResultOf } from '@/api/graphql'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { useToast } from '@/design/Toast'
import { clock, daysAgo } from '@/i18n/dates'
import { ReleaseAward } from '../award/documents'
import { useUndoAward } from '../award/useUndoAward'
import { useNow } from '../steady/useNow'
import type { TeacherHome } from './documents'

type Award = ResultOf<typeof TeacherHome>['teacherHome']['recentAwards'][number]
const SHOWN = 4

/** The last awards; one that was a mistake can be taken back for ten minutes. */
export function RecentAwards({ awards }: { awards: readonly Award[] }) {
  const now = useNow(awards.length > 0)
  if (awards.length === 0) return null
  return (
    <section className="stack" aria-labelledby="last-awards">
      <h2 id="last-awards">
        <Trans>Last awards</Trans>
      </h2>
      <ul className="card list">
        {awards.slice(0, SHOWN).map(award => (
          <li key={award.batchId} className="list-row">
            <img className="badge-thumb" src={award.achievement.art.svgUrl} alt="" width={40} height={40} />
            <span className="grow">
              <strong>{award.achievement.name}</strong>
              <span className="quiet block">
                {award.groupName} · <Plural value={award.people} one="# person" other="# people" /> ·{' '}
                {daysAgo(award.at)}, {clock(award.at)}
              </span>
              {award.cancelled ? (
                <span className="quiet block">
                  <Trans>taken back</Trans>
                </span>
              ) : (
                Date.parse(award.undoUntil) > now && <TenMinutes award={award} />
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function TenMinutes({ award }: { award: Award }) {
  const { t } = useLingui()
  const say = useToast()
  const [undo, undoing] = useUndoAward()
  const [release, releasing] = useSend(ReleaseAward)
  const name = award.achievement.name
  async function sign(): Promise<void> {
    const sent = await release({ batchId: award.batchId })
    if (sent.outcome === 'done') say({ text: t`“${name}” is being signed now.` })
    else if (sent.outcome !== 'saved') say({ text: sent.problems[0]?.message })
  }
  return (
    <span className="row">
      <Button look="quiet" busy={undoing} onClick={() => void undo(award.batchId, name)}>
        <Trans>Undo</Trans>
      </Button>
      <Button look="plain" busy={releasing} onClick={() => void sign()}>
        <Trans>Sign now</Trans>
      </Button>
      <span className="quiet">
        <Trans>can be undone until {clock(award.undoUntil)}</Trans>
      </span>
    </span>
  )
}
