import { Trans, useLingui } from '@lingui/react/macro'
import {
  Award,
  type BadgeCheck,
  ChartColumn,
  ClipboardCheck,
  ExternalLink,
  HandHeart,
  History,
  MapPin,
  Pencil,
  UsersRound,
} from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useRead } from '@/api/useRead'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { FieldError } from '@/design/Field'
import { EmptyState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { State } from '@/design/State'
import { type Way, Ways } from '@/design/Ways'
import { fullDay } from '@/i18n/dates'
import { BeginIssuerApplication, IssuerDeskDocument, LeaveIssuer } from './documents'
import { type Desk, LOOK_OF_APPLICATION, LOOK_OF_TONE } from './issuer'

/** One issuer as its people see it: how it stands, and the ways on. */
export default function IssuerScreen({ id }: { id: string }) {
  const { t } = useLingui()
  const { data, loading } = useRead(IssuerDeskDocument, { id })
  const desk = data?.issuerDesk
  return (
    <Screen title={desk?.row.name ?? t`Issuer`} back="/issuers">
      {loading && !desk && <Skeleton rows={4} />}
      {!loading && !desk && (
        <EmptyState title={<Trans>It is not here</Trans>}>
          <Trans>Perhaps you do not work for this issuer any more.</Trans>
        </EmptyState>
      )}
      {desk && <Found desk={desk} />}
    </Screen>
  )
}

function Found({ desk }: { desk: Desk }) {
  const { t } = useLingui()
  const { id } = desk.row
  const ways: Way[] = [
    { to: `/issuers/${id}/about`, icon: Pencil, label: t`What it says about itself` },
    { to: `/issuers/${id}/people`, icon: UsersRound, label: t`People` },
    { to: `/issuers/${id}/places`, icon: MapPin, label: t`Where its badges are awarded` },
  ]
  if (desk.mayAward) ways.push({ to: '/given', icon: History, label: t`Badges given` })
  if (desk.manages && desk.row.standing === 'accredited')
    ways.push({ to: '/given/endorse', icon: HandHeart, label: t`Endorse badges of others` })
  if (desk.mayDefine) ways.unshift({ to: `/define/${id}`, icon: Award, label: t`Badges` })
  return (
    <>
      <section className="card" aria-labelledby="standing">
        <h2 id="standing">
          <State state={LOOK_OF_TONE[desk.row.tone] ?? 'open'}>{desk.row.line}</State>
        </h2>
        {desk.more && <p>{desk.more}</p>}
        <dl className="issuer-facts">
          {desk.organisation && (
            <>
              <dt>
                <Trans>Organisation</Trans>
              </dt>
              <dd>{desk.organisation}</dd>
            </>
          )}
          {desk.agreementNumber && (
            <>
              <dt>
                <Trans>Agreement</Trans>
              </dt>
              <dd>
                {desk.agreementNumber}
                {desk.agreementUntil && (
                  <>
                    {' · '}
                    <Trans>until {fullDay(desk.agreementUntil)}</Trans>
                  </>
                )}
              </dd>
            </>
          )}
        </dl>
      </section>
      <ApplicationCard desk={desk} />
      <Ways ways={ways} />
      <ul className="card list">
        {desk.publicPath && (
          <Outside to={desk.publicPath} icon={ExternalLink}>
            <Trans>Public page</Trans>
          </Outside>
        )}
        <Outside to={desk.figuresPath} icon={ChartColumn}>
          <Trans>Figures: what was offered and held</Trans>
        </Outside>
      </ul>
      {desk.history.length > 0 && (
        <section className="card" aria-labelledby="history">
          <h2 id="history">
            <Trans>What was decided</Trans>
          </h2>
          <ol className="issuer-history">
            {desk.history.map((one, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the past does not change its order.
              <li key={at}>
                <strong>{one.label}</strong> <span className="quiet">{fullDay(one.since)}</span>
                {one.reason && <p lang={one.writtenIn}>{one.reason}</p>}
              </li>
            ))}
          </ol>
        </section>
      )}
      <Leave desk={desk} />
    </>
  )
}

function Outside(props: { to: string; icon: typeof BadgeCheck; children: React.ReactNode }) {
  const { icon: Icon } = props
  return (
    <li>
      <a href={props.to} className="list-row way">
        <Icon aria-hidden="true" />
        <span className="grow">{props.children}</span>
      </a>
    </li>
  )
}

function ApplicationCard({ desk }: { desk: Desk }) {
  const [, go] = useLocation()
  const [problem, setProblem] = useState<string>()
  const [begin, beginning] = useSend(BeginIssuerApplication)
  const { id, application, applicationLabel, standing } = desk.row
  const where = `/issuers/${id}/application`

  async function open(): Promise<void> {
    const sent = await begin({ issuerId: id })
    if (sent.outcome === 'done') go(where)
    else if (sent.outcome !== 'saved') setProblem(sent.problems[0]?.message)
  }

  if (application) {
    return (
      <Ways
        ways={[
          {
            to: where,
            icon: ClipboardCheck,
            label: (
              <>
                <Trans>Application</Trans>{' '}
                <State state={LOOK_OF_APPLICATION[application] ?? 'open'}>{applicationLabel}</State>
              </>
            ),
          },
        ]}
      />
    )
  }
  if (!desk.manages || !desk.mayApply) return null
  return (
    <section className="card" aria-labelledby="apply">
      <h2 id="apply">
        {standing === 'accredited' ? (
          <Trans>A further agreement</Trans>
        ) : (
          <Trans>Apply to be accredited</Trans>
        )}
      </h2>
      <p className="quiet">
        {standing === 'accredited' ? (
          <Trans>Apply in time; you stay accredited meanwhile. Your last answers are filled in.</Trans>
        ) : (
          <Trans>Only an accredited issuer may issue microcredentials.</Trans>
        )}
      </p>
      <FieldError message={problem} />
      <Button
        look={standing === 'accredited' ? 'quiet' : 'primary'}
        busy={beginning}
        onClick={() => void open()}
      >
        <Trans>Open the self-assessment</Trans>
      </Button>
    </section>
  )
}

function Leave({ desk }: { desk: Desk }) {
  const [, go] = useLocation()
  const [sure, setSure] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [leave, leaving] = useSend(LeaveIssuer)
  async function away(): Promise<void> {
    const sent = await leave({ issuerId: desk.row.id })
    if (sent.outcome === 'done') go('/issuers')
    else if (sent.outcome !== 'saved') setProblem(sent.problems[0]?.message)
  }
  return (
    <div>
      <FieldError message={problem} />
      {sure ? (
        <Button look="danger" busy={leaving} onClick={() => void away()}>
          <Trans>Yes, I do not work for it any more</Trans>
        </Button>
      ) : (
        <Button look="plain" onClick={() => setSure(true)}>
          <Trans>Stop working for this issuer</Trans>
        </Button>
      )}
    </div>
  )
}
