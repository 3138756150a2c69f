import { Trans, useLingui } from '@lingui/react/macro'
import { useDeferredValue, useState } from 'react'
import { useLocation } from 'wouter'
import { type Problem, problemAt } from '@/api/problems'
import { useRead } from '@/api/useRead'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { RadioCards, Segmented } from '@/design/Choice'
import { Field, FieldError } from '@/design/Field'
import { Sheet } from '@/design/Sheet'
import { BeginBadge, CopyableBadges, CopyBadge } from './documents/home'
import type { Issuer } from './issuer'

type Way = 'new' | 'copy'
type Kind = 'microcredential' | 'digital_badge'

/** A badge begins with a kind and a name, or with what somebody has described already. */
export function NewBadgeSheet(props: { issuer: Issuer; open: boolean; onClose: () => void }) {
  const { t } = useLingui()
  const [way, setWay] = useState<Way>('new')
  return (
    <Sheet title={<Trans>New badge</Trans>} open={props.open} onClose={props.onClose}>
      <Segmented<Way>
        legend={t`How to begin`}
        value={way}
        onChange={setWay}
        options={[
          { value: 'new', label: t`From nothing` },
          { value: 'copy', label: t`From a published one` },
        ]}
      />
      {way === 'new' ? <Begin issuer={props.issuer} /> : <Copy issuer={props.issuer} />}
    </Sheet>
  )
}

function Begin({ issuer }: { issuer: Issuer }) {
  const { t } = useLingui()
  const [, go] = useLocation()
  const [kind, setKind] = useState<Kind>('digital_badge')
  const [name, setName] = useState('')
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [send, busy] = useSend(BeginBadge)

  async function begin() {
    const sent = await send({ issuerId: issuer.id, kind, name })
    if (sent.outcome === 'done' && sent.payload.draft) go(`/define/drafts/${sent.payload.draft.id}`)
    else if (sent.outcome !== 'saved' && sent.outcome !== 'done') setProblems(sent.problems)
  }

  return (
    <form
      className="stack"
      onSubmit={event => {
        event.preventDefault()
        void begin()
      }}
    >
      <RadioCards<Kind>
        legend={t`What it is`}
        value={kind}
        onChange={setKind}
        options={[
          {
            value: 'digital_badge',
            label: t`Digital badge`,
            note: t`An achievement or taking part. Few things have to be described.`,
          },
          {
            value: 'microcredential',
            label: t`Microcredential`,
            note: issuer.mayPublishMicrocredentials
              ? t`Skills that were assessed against criteria. Everything has to be described.`
              : t`You can write it now. It can be published when the issuer is accredited.`,
          },
        ]}
      />
      <Field
        label={t`Name`}
        value={name}
        maxLength={100}
        required
        error={problemAt(problems, 'name') ?? problemAt(problems, '')}
        onChange={event => setName(event.target.value)}
      />
      <Button type="submit" wide busy={busy}>
        <Trans>Begin</Trans>
      </Button>
    </form>
  )
}

function Copy({ issuer }: { issuer: Issuer }) {
  const { t } = useLingui()
  const [, go] = useLocation()
  const [words, setWords] = useState('')
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [send, busy] = useSend(CopyBadge)
  const { data } = useRead(CopyableBadges, { issuerId: issuer.id, words: useDeferredValue(words.trim()) })

  async function copy(sourceId: string) {
    const sent = await send({ issuerId: issuer.id, sourceId })
    if (sent.outcome === 'done' && sent.payload.draft) go(`/define/drafts/${sent.payload.draft.id}`)
    else if (sent.outcome !== 'saved' && sent.outcome !== 'done') setProblems(sent.problems)
  }

  return (
    <>
      <p className="quiet">
        <Trans>Take what is useful and change the rest. The page says on whose badge yours is based.</Trans>
      </p>
      <Field
        label={t`Find a badge`}
        type="search"
        value={words}
        maxLength={80}
        onChange={event => setWords(event.target.value)}
      />
      <FieldError message={problemAt(problems, '') ?? problems[0]?.message} />
      <ul className="list">
        {data?.copyableBadges.map(badge => (
          <li key={badge.id} className="list-row">
            <span className="grow">
              <strong>{badge.name}</strong>
              <small className="define-line">{badge.issuerName}</small>
            </span>
            <Button
              look="quiet"
              busy={busy}
              aria-label={t`Begin from “${badge.name}”`}
              onClick={() => void copy(badge.id)}
            >
              <Trans>Take</Trans>
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
