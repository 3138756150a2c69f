import { Trans } from '@lingui/react/macro'
import { Link } from 'wouter'
import { CheckRow } from '@/design/Choice'
import { type Presentation, toggled } from './presentation'
import type { Editing } from './usePresentation'

/** Languages and skills in the person's own words: each stands on the page only when it is chosen. */
export function ChooseOwnWords({ page, editing }: { page: Presentation; editing: Editing }) {
  const chosen = page.skills.filter(skill => skill.chosen).map(skill => skill.id)

  function choose(id: string, on: boolean): void {
    const skillIds = toggled(chosen, id, on)
    const skills = page.skills.map(skill => ({ ...skill, chosen: skillIds.includes(skill.id) }))
    void editing.change({ skillIds }, { skills })
  }

  return (
    <details className="card presentation-part">
      <summary>
        <h2>
          <Trans>Languages and my skills</Trans>
        </h2>
      </summary>
      <div className="stack">
        {page.languages.length > 0 && (
          <CheckRow
            checked={page.withLanguages}
            note={page.languages.join(', ')}
            onChange={withLanguages => void editing.change({ withLanguages }, { withLanguages })}
          >
            <Trans>The languages I speak</Trans>
          </CheckRow>
        )}
        {page.skills.map(({ id, text, chosen: on }) => (
          <CheckRow key={id} checked={on} onChange={now => choose(id, now)}>
            {text}
          </CheckRow>
        ))}
        <p className="quiet">
          <Trans>You say these about yourself; the page tells its readers so.</Trans>{' '}
          <Trans>
            Write them on <Link to="/profile">your profile</Link> and on your{' '}
            <Link to="/profile/skills">skills map</Link>.
          </Trans>
        </p>
      </div>
    </details>
  )
}
