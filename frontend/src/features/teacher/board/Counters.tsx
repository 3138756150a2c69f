import { plural } from '@lingui/core/macro'
import { useSearch } from 'wouter'
import { CountTile } from '@/design/Card'
import type { Board } from './board'

/** To review leads to the pieces; stuck and ready show only these rows, and all again at the second tap. */
export function Counters({ board }: { board: Board }) {
  const search = new URLSearchParams(useSearch())
  const only = search.get('only')
  const showing = (kind: string) => {
    const next = new URLSearchParams(search)
    if (only === kind) next.delete('only')
    else next.set('only', kind)
    return `/classes/${board.groupId}${next.size > 0 ? `?${next}` : ''}`
  }
  return (
    <div className="tiles counters">
      <CountTile
        count={board.toReview}
        label={plural(board.toReview, { one: 'to review', other: 'to review' })}
        {...(board.toReview > 0 && { tone: 'review', to: `/classes/${board.groupId}/review` })}
      />
      <CountTile
        count={board.stuck}
        label={plural(board.stuck, { one: 'person stuck', other: 'people stuck' })}
        {...(board.stuck > 0 && { tone: 'attention', to: showing('stuck') })}
      />
      <CountTile
        count={board.ready}
        label={plural(board.ready, { one: 'person ready', other: 'people ready' })}
        {...(board.ready > 0 && { to: showing('ready') })}
      />
    </div>
  )
}
