import { Trans, useLingui } from '@lingui/react/macro'
import { Award } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import type { ResultOf } from '@/api/graphql'
import { type Problem, problemAt } from '@/api/problems'
import { useRead } from '@/api/useRead'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { Card } from '@/design/Card'
import { Field, FieldError, Select } from '@/design/Field'
import { EmptyState, ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { State } from '@/design/State'
import { Ways } from '@/design/Ways'
import { MyIssuers, StartIssuer } from './documents'
import { LOOK_OF_APPLICATION, LOOK_OF_TONE } from './issuer'

type Mine = ResultOf<typeof MyIssuers>['myIssuers']

/** The issuers for which the person works, and the way to become one. */
export function IssuersScreen() {
  const { t } = useLingui()
  const { data, loading, failed, reload } = useRead(MyIssuers)
  const mine = data?.myIssuers
  return (
    <Screen title={t`Issuers`} back="/me">
      {loading && !mine && <Skeleton rows={3} />}
      {failed && !mine && (
        <ErrorState title={<Trans>The issuers could not be loaded</Trans>} onRetry={reload}>
          <Trans>Everything is safe. Check the network and try again.</Trans>
        </ErrorState>
      )}
      {mine?.issuers.map(issuer => (
        <Card key={issuer.id} to={`/issuers/${issuer.id}`}>
          <h2>{issuer.name}</h2>
          <p>
            <State state={LOOK_OF_TONE[issuer.tone] ?? 'open'}>{issuer.line}</State>
          </p>
          {issuer.application && (
            <p>
              <State state={LOOK_OF_APPLICATION[issuer.application] ?? 'open'}>
                <Trans>Application: {issuer.applicationLabel}</Trans>
              </State>
            </p>
          )}
        </Card>
      ))}
      {mine && mine.issuers.length === 0 && !mine.mayStart && (
        <EmptyState title={<Trans>You work for no issuer</Trans>}>
          <Trans>Somebody who manages one can send you a link.</Trans>
        </EmptyState>
      )}
      {mine && mine.leads.length > 0 && (
        <section className="stack stack-tight" aria-labelledby="ask">
          <h2 id="ask">
            <Trans>Award badges of somebody else</Trans>
          </h2>
          <p className="quiet">
            <Trans>An issuer can let your school, class or club award its badges. Ask it.</Trans>
          </p>
          <Ways
            ways={mine.leads.map(({ code, label }) => ({ to: `/issuers/ask/${code}`, icon: Award, label }))}
          />
        </section>
      )}
      {mine?.mayStart && <Start mine={mine} />}
    </Screen>
  )
}

function Start({ mine }: { mine: Mine }) {
  const { t } = useLingui()
  const [, go] = useLocation()
  const [organisationId, setOrganisation] = useState(mine.groups[0]?.code ?? '')
  const [name, setName] = useState(mine.groups[0]?.label ?? '')
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [start, starting] = useSend(StartIssuer)

  async function begin(event: FormEvent): Promise<void> {
    event.preventDefault()
    const sent = await start({ name, organisationId: organisationId || null })
    if (sent.outcome === 'refused' || sent.outcome === 'unsent') return setProblems(sent.problems)
    const id = sent.outcome === 'done' && sent.payload.issuer?.row.id
    if (id) go(`/issuers/${id}`)
  }

  return (
    <form className="card stack" aria-labelledby="start" onSubmit={event => void begin(event)}>
      <h2 id="start">
        <Trans>Become an issuer</Trans>
      </h2>
      <p className="quiet">
        <Trans>
          An accredited issuer may issue microcredentials. You answer fourteen questions about how you work,
          somebody who runs the portal reads them, and you sign an agreement. You can stop and go on later.
        </Trans>
      </p>
      {mine.groups.length > 0 && (
        <Select
          label={<Trans>For whom</Trans>}
          value={organisationId}
          onChange={event => {
            setOrganisation(event.target.value)
            setName(mine.groups.find(({ code }) => code === event.target.value)?.label ?? '')
          }}
        >
          {mine.groups.map(({ code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
          <option value="">{t`An organisation that is new here`}</option>
        </Select>
      )}
      <Field
        label={<Trans>Full name of the organisation</Trans>}
        value={name}
        maxLength={120}
        required
        error={problemAt(problems, 'name')}
        onChange={event => setName(event.target.value)}
      />
      <FieldError message={problems.find(({ field }) => field !== 'name')?.message} />
      <Button type="submit" busy={starting}>
        <Trans>Begin</Trans>
      </Button>
    </form>
  )
}
