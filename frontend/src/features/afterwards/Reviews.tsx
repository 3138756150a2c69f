import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Problem } from '@/api/problems'
import { problemAt } from '@/api/problems'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { RadioCards } from '@/design/Choice'
import { FieldError, TextArea } from '@/design/Field'
import { Sheet } from '@/design/Sheet'
import { DecideReview } from './documents'
import { REASON_LIMIT, type Review } from './given'

type Decision = 'kept' | 'revoked'

/** Larger badges one part of which was taken back: nothing signed falls by itself, a person decides. */
export function Reviews({ reviews, onDecided }: { reviews: readonly Review[]; onDecided: () => void }) {
  const [open, setOpen] = useState<Review | null>(null)
  if (reviews.length === 0) return null
  return (
    <section className="card stack" aria-labelledby="reviews">
      <h2 id="reviews">
        <Trans>Larger badges to decide about</Trans>
      </h2>
      <ul className="list">
        {reviews.map(review => (
          <li key={review.id} className="list-row">
            <span className="grow given-line">
              {review.learner}: {review.badgeName}
              <small>
                <Trans>Its part “{review.partName}” was taken back.</Trans>
              </small>
            </span>
            <Button look="quiet" onClick={() => setOpen(review)}>
              <Trans>Decide</Trans>
            </Button>
          </li>
        ))}
      </ul>
      {open && (
        <ReviewSheet
          review={open}
          onClose={() => setOpen(null)}
          onDecided={() => {
            setOpen(null)
            onDecided()
          }}
        />
      )}
    </section>
  )
}

function ReviewSheet(props: { review: Review; onClose: () => void; onDecided: () => void }) {
  const { t } = useLingui()
  const [decision, setDecision] = useState<Decision | null>(null)
  const [words, setWords] = useState('')
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [send, sending] = useSend(DecideReview)

  async function decide(): Promise<void> {
    const sent = await send({ reviewId: props.review.id, decision: decision ?? '', words: words.trim() })
    if (sent.outcome === 'refused' || sent.outcome === 'unsent') setProblems(sent.problems)
    else props.onDecided()
  }

  return (
    <Sheet
      title={props.review.badgeName}
      open
      onClose={props.onClose}
      actions={
        <Button busy={sending} onClick={() => void decide()}>
          {decision === 'revoked' ? (
            <Trans>Revoke it</Trans>
          ) : decision === 'kept' ? (
            <Trans>Let it stay</Trans>
          ) : (
            <Trans>Decide</Trans>
          )}
        </Button>
      }
    >
      <RadioCards<Decision>
        legend={<span className="hidden-visually">{t`What happens with it?`}</span>}
        value={decision}
        onChange={setDecision}
        options={[
          { value: 'kept', label: t`It stays`, note: t`The rest shows what it stands for.` },
          {
            value: 'revoked',
            label: t`It is revoked`,
            note: t`For good. The learner reads why and may answer.`,
          },
        ]}
      />
      <FieldError message={problemAt(problems, 'decision')} />
      <TextArea
        label={<Trans>Why? The learner reads it.</Trans>}
        rows={3}
        maxLength={REASON_LIMIT}
        value={words}
        error={problemAt(problems, 'words')}
        onChange={event => setWords(event.target.value)}
      />
      <FieldError
        message={problems.find(({ field }) => field !== 'words' && field !== 'decision')?.message}
      />
    </Sheet>
  )
}
