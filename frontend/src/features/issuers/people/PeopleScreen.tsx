import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { type Problem, problemAt } from '@/api/problems'
import { useRead } from '@/api/useRead'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { Field, FieldError } from '@/design/Field'
import { Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { Sheet } from '@/design/Sheet'
import { useToast } from '@/design/Toast'
import { IssuerDeskDocument } from '../documents'
import {
  AddIssuerMember,
  ChangeIssuerMember,
  EndIssuerInvitations,
  InviteToIssuer,
  IssuerPeopleDocument,
  RemoveIssuerMember,
} from './documents'
import { PowerChoices } from './PowerChoices'
import type { Colleague, Powers } from './powers'

/** Who works for the issuer, and what they may do. */
export default function PeopleScreen({ id }: { id: string }) {
  const { t } = useLingui()
  const { data } = useRead(IssuerPeopleDocument, { id })
  const manages = useRead(IssuerDeskDocument, { id }).data?.issuerDesk?.manages ?? false
  const [adding, setAdding] = useState(false)
  const [changing, setChanging] = useState<Colleague | null>(null)
  const found = data?.issuerPeople
  return (
    <Screen
      title={t`People`}
      back={`/issuers/${id}`}
      action={
        manages && (
          <Button onClick={() => setAdding(true)}>
            <UserPlus aria-hidden="true" size={20} />
            <Trans>Add somebody</Trans>
          </Button>
        )
      }
    >
      {!found && <Skeleton rows={3} />}
      {found && (
        <ul className="card list">
          {found.people.map((one, at) => (
            <li key={one.id ?? `speaks-${at}`} className="list-row">
              <span className="grow">
                <strong>{one.name}</strong> {one.isMe && <Trans>(you)</Trans>}
                <br />
                <span className="quiet">
                  <PowersInWords colleague={one} />
                </span>
              </span>
              {manages && one.id && (
                <Button look="plain" onClick={() => setChanging(one)} aria-label={t`Change: ${one.name}`}>
                  <Trans>Change</Trans>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {manages && found && found.openLinks > 0 && <OpenLinks issuerId={id} count={found.openLinks} />}
      {adding && <AddSheet issuerId={id} onClose={() => setAdding(false)} />}
      {changing && <ChangeSheet issuerId={id} colleague={changing} onClose={() => setChanging(null)} />}
    </Screen>
  )
}

function PowersInWords({ colleague }: { colleague: Colleague }) {
  const { t } = useLingui()
  if (!colleague.id) return <Trans>coordinates the organisation, may do everything</Trans>
  const words = [
    colleague.manages && t`manages`,
    colleague.mayDefine && t`describes`,
    colleague.mayAward && t`awards`,
  ]
  return <>{words.filter(Boolean).join(' · ')}</>
}

function OpenLinks({ issuerId, count }: { issuerId: string; count: number }) {
  const [end, ending] = useSend(EndIssuerInvitations)
  return (
    <p className="row">
      <span className="quiet grow">
        <Plural value={count} one="# link has not been used yet." other="# links have not been used yet." />
      </span>
      <Button look="plain" busy={ending} onClick={() => void end({ issuerId })}>
        <Trans>End them</Trans>
      </Button>
    </p>
  )
}

function AddSheet({ issuerId, onClose }: { issuerId: string; onClose: () => void }) {
  const { t } = useLingui()
  const say = useToast()
  const [username, setUsername] = useState('')
  const [powers, setPowers] = useState<Powers>({ manages: false, mayDefine: true, mayAward: true })
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [link, setLink] = useState('')
  const [add, busyAdding] = useSend(AddIssuerMember)
  const [invite, inviting] = useSend(InviteToIssuer)

  async function byName(): Promise<void> {
    const sent = await add({ issuerId, username, powers })
    if (sent.outcome === 'refused' || sent.outcome === 'unsent') return setProblems(sent.problems)
    say({ text: t`Added. The person hears of it.` })
    onClose()
  }

  async function byLink(): Promise<void> {
    const sent = await invite({ issuerId, powers })
    if (sent.outcome === 'refused' || sent.outcome === 'unsent') return setProblems(sent.problems)
    setProblems([])
    if (sent.outcome === 'done') setLink(sent.payload.url ?? '')
  }

  return (
    <Sheet title={<Trans>Add somebody</Trans>} open onClose={onClose}>
      <div className="stack">
        <PowerChoices powers={powers} onChange={setPowers} />
        <FieldError message={problemAt(problems, 'powers')} />
        <Field
          label={<Trans>User name of a colleague who works here</Trans>}
          value={username}
          maxLength={80}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          error={problemAt(problems, 'username')}
          onChange={event => setUsername(event.target.value)}
        />
        <Button busy={busyAdding} onClick={() => void byName()}>
          <Trans>Add by user name</Trans>
        </Button>
        <Button look="quiet" busy={inviting} onClick={() => void byLink()}>
          <Trans>Make a link instead</Trans>
        </Button>
        <FieldError message={problemAt(problems, '')} />
        {link && (
          <div role="status">
            <p>
              <Trans>
                It is shown once and works once, for fourteen days. Send it to the person yourself.
              </Trans>
            </p>
            <p className="issuer-link">{link}</p>
          </div>
        )}
      </div>
    </Sheet>
  )
}

function ChangeSheet(props: { issuerId: string; colleague: Colleague; onClose: () => void }) {
  const { issuerId, colleague, onClose } = props
  const { manages, mayDefine, mayAward } = colleague
  const [powers, setPowers] = useState<Powers>({ manages, mayDefine, mayAward })
  const [problem, setProblem] = useState<string>()
  const [change, changing] = useSend(ChangeIssuerMember)
  const [remove, removing] = useSend(RemoveIssuerMember)
  const memberId = colleague.id ?? ''

  async function done(sent: { outcome: string; problems?: readonly Problem[] }): Promise<void> {
    if (sent.outcome === 'done') onClose()
    else setProblem(sent.problems?.[0]?.message)
  }

  return (
    <Sheet
      title={colleague.name}
      open
      onClose={onClose}
      actions={
        <Button busy={changing} onClick={() => void change({ issuerId, memberId, powers }).then(done)}>
          <Trans>Save</Trans>
        </Button>
      }
    >
      <div className="stack">
        <PowerChoices powers={powers} onChange={setPowers} />
        <FieldError message={problem} />
        <Button look="plain" busy={removing} onClick={() => void remove({ issuerId, memberId }).then(done)}>
          <Trans>Does not work here any more</Trans>
        </Button>
      </div>
    </Sheet>
  )
}
