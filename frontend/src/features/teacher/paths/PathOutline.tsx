import { Trans } from '@lingui/react/macro'
import { sectionsOf } from '../board/board'
import type { AssignablePath } from './assignablePath'

/** The steps, section by section, to look through before choosing. */
export function PathOutline({ path }: { path: AssignablePath }) {
  const steps = path.stepTitles.map((title, place) => ({ title, section: path.stepSections[place] ?? '' }))
  return (
    <details className="outline">
      <summary>
        <Trans>See the steps</Trans>
      </summary>
      {sectionsOf(steps).map(section => (
        <section key={section.first}>
          <h3>{section.title}</h3>
          <ol>
            {steps.slice(section.first, section.first + section.steps).map(({ title }, place) => (
              <li key={title}>
                <span className="numbers">{section.first + place + 1}.</span>
                {title}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </details>
  )
}
