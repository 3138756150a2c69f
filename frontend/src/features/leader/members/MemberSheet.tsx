import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { CheckRow, RadioCards } from '@/design/Choice'
import { FieldError } from '@/design/Field'
import { Sheet } from '@/design/Sheet'
import { useToast } from '@/design/Toast'
import { dayAndMonth } from '@/i18n/dates'
import { HandClubOn, RemoveMember, SetMemberRole } from './documents'
import type { Member } from './member'
import { asRole, type ClubRole, useRoleWords } from './roleWords'

/** What one member is in the club: role, handing on, and the way out. */
export function MemberSheet(props: { groupId: string; member: Member; onClose: () => void }) {
  const { groupId, member, onClose } = props
  const { t } = useLingui()
  const say = useToast()
  const roleWord = useRoleWords()
  const [role, setRole] = useState<ClubRole>(asRole(member.role))
  const [block, setBlock] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [changeRole, changing] = useSend(SetMemberRole)
  const [handOn, handing] = useSend(HandClubOn)
  const [remove, removing] = useSend(RemoveMember)

  function end(sent: { outcome: string; problems?: { message: string }[] }, text: string): void {
    if (sent.outcome === 'refused' || sent.outcome === 'unsent') setProblem(sent.problems?.[0]?.message)
    else {
      say({ text })
      onClose()
    }
  }

  return (
    <Sheet
      title={member.name}
      open
      onClose={onClose}
      actions={
        role !== asRole(member.role) && (
          <Button
            busy={changing}
            onClick={async () =>
              end(
                await changeRole({ groupId, userId: member.id, role }),
                t`${member.name}: ${roleWord(role)}`,
              )
            }
          >
            <Trans>Save</Trans>
          </Button>
        )
      }
    >
      <p className="quiet">
        <Trans>In the club since {dayAndMonth(member.joinedAt)}</Trans>
      </p>
      <RadioCards<ClubRole>
        legend={<Trans>What they are in the club</Trans>}
        value={role}
        onChange={setRole}
        options={[
          { value: 'member', label: roleWord('member'), note: t`Takes part, nominates, thanks` },
          { value: 'helper', label: roleWord('helper'), note: t`Checks people in as well` },
          { value: 'leader', label: roleWord('leader'), note: t`Everything you may do` },
        ]}
      />
      <FieldError message={problem} />
      {member.role !== 'leader' && (
        <>
          <details className="unfold">
            <summary>
              <Trans>Hand the club on to {member.name}</Trans>
            </summary>
            <div className="stack">
              <p>
                <Trans>From then on they lead the club, and you are a member of it.</Trans>
              </p>
              <Button
                look="quiet"
                busy={handing}
                onClick={async () =>
                  end(await handOn({ groupId, userId: member.id }), t`${member.name} leads the club now.`)
                }
              >
                <Trans>Hand it on</Trans>
              </Button>
            </div>
          </details>
          <details className="unfold">
            <summary>
              <Trans>Remove from the club</Trans>
            </summary>
            <div className="stack">
              <p>
                <Trans>Their badges stay theirs.</Trans>
              </p>
              <CheckRow
                checked={block}
                onChange={setBlock}
                note={t`The code of the club does not work for them any more.`}
              >
                <Trans>They may not come back</Trans>
              </CheckRow>
              <Button
                look="danger"
                busy={removing}
                onClick={async () =>
                  end(
                    await remove({ groupId, userId: member.id, block }),
                    t`${member.name} is no longer in the club.`,
                  )
                }
              >
                <Trans>Remove</Trans>
              </Button>
            </div>
          </details>
        </>
      )}
    </Sheet>
  )
}
