import { Trans, useLingui } from '@lingui/react/macro'
import { CheckRow, RadioCards } from '@/design/Choice'
import { Field, FieldError } from '@/design/Field'
import type { FieldsProps } from './draft'
import { errorAt } from './problems'

/** Who sees it, and whether one has to sign up. */
export function WhoFields({ draft, offer, problems, change }: FieldsProps) {
  const { t } = useLingui()
  const others = offer.groups.filter(({ id }) => id !== offer.groupId)
  const invited = draft.invitedGroupIds
  return (
    <details className="plan-part">
      <summary>
        <span>
          <Trans>Who may come</Trans>
        </span>
        <span className="quiet">
          {draft.visibility === 'public' ? (
            <Trans>everybody</Trans>
          ) : draft.visibility === 'invited' ? (
            <Trans>invited groups</Trans>
          ) : (
            offer.groupName
          )}
        </span>
      </summary>
      <div className="stack">
        <RadioCards
          legend={<Trans>Who sees the event</Trans>}
          value={draft.visibility}
          onChange={visibility => change({ visibility })}
          options={[
            { value: 'group', label: offer.groupName, note: <Trans>Members of this group alone.</Trans> },
            {
              value: 'invited',
              label: <Trans>Other groups of yours too</Trans>,
              note: <Trans>You choose which.</Trans>,
            },
            {
              value: 'public',
              label: <Trans>Everybody</Trans>,
              note: offer.mayBePublic ? (
                <Trans>It stands in the public list and on the map. Who is going is never shown.</Trans>
              ) : (
                <Trans>Open to clubs for which a school or organisation vouches.</Trans>
              ),
              disabled: !offer.mayBePublic,
            },
          ]}
        />
        <FieldError message={errorAt(problems, 'who')} />
        {draft.visibility === 'invited' && (
          <fieldset>
            <legend>
              <Trans>Invited groups</Trans>
            </legend>
            {others.length === 0 && (
              <p className="quiet">
                <Trans>You lead no other group.</Trans>
              </p>
            )}
            {others.map(({ id, name }) => (
              <CheckRow
                key={id}
                checked={invited.includes(id)}
                onChange={on =>
                  change({ invitedGroupIds: on ? [...invited, id] : invited.filter(one => one !== id) })
                }
              >
                {name}
              </CheckRow>
            ))}
          </fieldset>
        )}
        <CheckRow
          checked={draft.signUp === 'open'}
          onChange={on => change({ signUp: on ? 'open' : 'none' })}
          note={<Trans>Without it people just come.</Trans>}
        >
          <Trans>People sign up before</Trans>
        </CheckRow>
        {draft.signUp === 'open' && (
          <>
            <Field
              label={t`Number of places`}
              hint={t`Empty: no limit. When all are taken there is a waiting list.`}
              type="number"
              inputMode="numeric"
              min={1}
              value={draft.capacity}
              error={errorAt(problems, 'capacity')}
              onChange={event => change({ capacity: event.target.value })}
            />
            <CheckRow
              checked={draft.needsConsent}
              onChange={needsConsent => change({ needsConsent })}
              note={<Trans>Whoever is under 18 gets a link for their guardian; the place is kept.</Trans>}
            >
              <Trans>Guardians have to agree</Trans>
            </CheckRow>
          </>
        )}
        <div className="plan-pair">
          <Field
            label={t`From the age of`}
            type="number"
            inputMode="numeric"
            min={0}
            max={120}
            value={draft.ageMin}
            onChange={event => change({ ageMin: event.target.value })}
          />
          <Field
            label={t`Up to the age of`}
            type="number"
            inputMode="numeric"
            min={0}
            max={120}
            value={draft.ageMax}
            onChange={event => change({ ageMax: event.target.value })}
          />
        </div>
        <FieldError message={errorAt(problems, 'ages')} />
      </div>
    </details>
  )
}
