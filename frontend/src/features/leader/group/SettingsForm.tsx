import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { ResultOf } from '@/api/graphql'
import { type Problem, problemAt } from '@/api/problems'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { CheckRow, RadioCards } from '@/design/Choice'
import { Field, FieldError, Select, TextArea } from '@/design/Field'
import { Screen } from '@/design/Screen'
import { useToast } from '@/design/Toast'
import { ClubEnding } from './ClubEnding'
import type { ClubInFull } from './club'
import { ChangeClub, type ClubSettings } from './documents'
import { PlaceFields } from './PlaceFields'
import { SensitiveKind } from './SensitiveKind'
import { type ClubForm, changes, formOf } from './settings'

type SettingsFormProps = { club: ClubInFull; offered: ResultOf<typeof ClubSettings> }

export function SettingsForm({ club, offered }: SettingsFormProps) {
  const { t } = useLingui()
  const [, go] = useLocation()
  const say = useToast()
  const [before] = useState(() => formOf(club))
  const [form, setForm] = useState(before)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [change, changing] = useSend(ChangeClub)
  const { groupId } = club.card
  const { kinds, joining } = offered.clubChoices
  const sensitive = kinds.find(({ code }) => code === form.kind)?.sensitive ?? false
  const set = (part: Partial<ClubForm>) => setForm({ ...form, ...part })

  async function save(): Promise<void> {
    const sent = await change({ groupId, club: changes(before, form) })
    if (sent.outcome === 'saved') return
    if (sent.outcome !== 'done') return setProblems(sent.problems)
    say({ text: t`Saved.` })
    go(`/lead/${groupId}/club`)
  }

  return (
    <Screen
      title={t`Settings of the club`}
      back={`/lead/${groupId}/club`}
      action={
        <Button busy={changing} onClick={() => void save()}>
          <Trans>Save</Trans>
        </Button>
      }
    >
      <FieldError message={problemAt(problems, '') ?? problems[0]?.message} />
      <section className="card">
        <Field
          label={t`Name`}
          value={form.name}
          maxLength={80}
          error={problemAt(problems, 'name')}
          onChange={event => set({ name: event.target.value })}
        />
        <TextArea
          label={t`What you do together`}
          rows={2}
          className="input input-short"
          maxLength={300}
          value={form.purpose}
          error={problemAt(problems, 'purpose')}
          onChange={event => set({ purpose: event.target.value })}
        />
        <Select
          label={t`Kind`}
          value={form.kind}
          error={problemAt(problems, 'kind')}
          onChange={event => set({ kind: event.target.value })}
        >
          {kinds.map(({ code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </Select>
        {sensitive && <SensitiveKind />}
      </section>
      <RadioCards
        legend={<Trans>How do people join?</Trans>}
        value={form.joining}
        onChange={value => set({ joining: value })}
        options={joining.map(({ code, label }) => ({ value: code, label }))}
      />
      {club.card.vouched && !sensitive && (
        <div className="card">
          <CheckRow
            checked={form.listed}
            onChange={listed => set({ listed })}
            note={t`Its page shows the purpose, badges, public events and the meeting place. Never who belongs to it.`}
          >
            <Trans>Others may find the club</Trans>
          </CheckRow>
        </div>
      )}
      <section className="card" aria-labelledby="meeting">
        <h2 id="meeting">
          <Trans>Where and when you meet</Trans>
        </h2>
        <Field
          label={t`When`}
          hint={t`For example: Thursdays at 16:00`}
          value={form.meetingTime}
          maxLength={120}
          error={problemAt(problems, 'meetingTime')}
          onChange={event => set({ meetingTime: event.target.value })}
        />
        <PlaceFields
          form={form}
          voivodeships={offered.eventForm?.voivodeships ?? []}
          problem={problemAt(problems, 'meetingPlace')}
          onChange={set}
        />
      </section>
      <section className="card" aria-labelledby="safety">
        <h2 id="safety">
          <Trans>Who answers for safety</Trans>
        </h2>
        <Field
          label={t`Responsible adult`}
          hint={t`The name that members and guardians see.`}
          value={form.responsibleAdult}
          maxLength={120}
          error={problemAt(problems, 'responsibleAdult')}
          onChange={event => set({ responsibleAdult: event.target.value })}
        />
        <Field
          label={t`Address of your child-protection standards`}
          type="text"
          inputMode="url"
          value={form.standardsUrl}
          error={problemAt(problems, 'standardsUrl')}
          onChange={event => set({ standardsUrl: event.target.value })}
        />
      </section>
      <ClubEnding club={club} />
    </Screen>
  )
}
