import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useRead } from '@/api/useRead'
import { useSend } from '@/api/useSend'
import { Avatar } from '@/design/Avatar'
import { Button } from '@/design/Button'
import { FieldError, Select } from '@/design/Field'
import { Skeleton } from '@/design/Notices'
import { Sheet } from '@/design/Sheet'
import { AskContact, ContactFaces } from './documents'

type Group = { id: string; name: string }

/** Somebody of one's own class or club; nobody else can be found here. */
export function AskSheet({ groups, onClose }: { groups: readonly Group[]; onClose: () => void }) {
  const { t } = useLingui()
  const [groupId, setGroupId] = useState(groups[0]?.id ?? '')
  return (
    <Sheet title={<Trans>Whom do you want to keep?</Trans>} open onClose={onClose}>
      {groups.length > 1 && (
        <Select label={t`From`} value={groupId} onChange={event => setGroupId(event.target.value)}>
          {groups.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
      <p className="quiet">
        <Trans>They get one quiet question. You both see the contact only when they agree.</Trans>
      </p>
      <Faces key={groupId} groupId={groupId} />
    </Sheet>
  )
}

function Faces({ groupId }: { groupId: string }) {
  const { t } = useLingui()
  const { data, loading } = useRead(ContactFaces, { groupId })
  const [send] = useSend(AskContact)
  const [asked, setAsked] = useState<readonly string[]>([])
  const [problem, setProblem] = useState<string>()
  const faces = data?.contactFaces.faces ?? []

  async function ask(personId: string): Promise<void> {
    const sent = await send({ groupId, personId })
    if (sent.outcome === 'done') setAsked(was => [...was, personId])
    else if (sent.outcome !== 'saved') setProblem(sent.problems[0]?.message)
  }

  if (loading) return <Skeleton />
  return (
    <>
      <FieldError message={problem} />
      {data && faces.length === 0 && (
        <p>
          <Trans>There is nobody here whom you could ask.</Trans>
        </p>
      )}
      <ul className="list">
        {faces.map(face => (
          <li key={face.id} className="list-row">
            <Avatar name={face.name} />
            <span className="grow">{face.name}</span>
            {face.asked || asked.includes(face.id) ? (
              <span className="quiet" role="status">
                <Trans>asked</Trans>
              </span>
            ) : (
              <Button look="quiet" aria-label={t`Ask ${face.name}`} onClick={() => void ask(face.id)}>
                <Trans>Ask</Trans>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
