import { Trans } from '@lingui/react/macro'
import { Card } from '@/design/Card'
import { HistoryList } from '@/design/HistoryList'
import { fullDay } from '@/i18n/dates'
import type { BadgeStory } from './badge'

/** What became of the badge, once there is more to tell than that it was given. */
export function Story({ story }: { story: BadgeStory }) {
  if (story.history.length < 2) return null
  return (
    <Card as="section" labelledBy="badge-story">
      <h2 id="badge-story">
        <Trans>Its history</Trans>
      </h2>
      <HistoryList
        entries={story.history.map(({ kind, at, line, words }) => ({
          key: `${kind} ${at}`,
          day: fullDay(at),
          line,
          words,
        }))}
      />
    </Card>
  )
}
