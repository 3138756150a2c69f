import { Trans } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { Button } from '@/design/Button'
import { Field, TextArea } from '@/design/Field'
import type { Presentation } from './presentation'
import type { Editing } from './usePresentation'

/** Longest texts, as the server counts them. */
const LABEL = 60
const HEADLINE = 120
const ABOUT = 1000

/** The headline, a few words, and the person's own name of the page. */
export function WriteWords({ page, editing }: { page: Presentation; editing: Editing }) {
  const [headline, setHeadline] = useState(page.headline)
  const [about, setAbout] = useState(page.about)
  const [label, setLabel] = useState(page.card.label)
  const [saving, setSaving] = useState(false)
  const same = headline === page.headline && about === page.about && label === page.card.label

  async function keep(event: FormEvent): Promise<void> {
    event.preventDefault()
    setSaving(true)
    await editing.change({ headline, about, label })
    setSaving(false)
  }

  return (
    <details className="card presentation-part">
      <summary>
        <h2>
          <Trans>In my words</Trans>
        </h2>
      </summary>
      <form className="stack" onSubmit={event => void keep(event)}>
        <Field
          label={<Trans>Headline</Trans>}
          hint={<Trans>One line: what you want to be known for.</Trans>}
          value={headline}
          maxLength={HEADLINE}
          onChange={event => setHeadline(event.target.value)}
        />
        <TextArea
          label={<Trans>A few words about me</Trans>}
          hint={<Trans>Leave out your address, phone number and views that you keep to yourself.</Trans>}
          rows={4}
          value={about}
          maxLength={ABOUT}
          onChange={event => setAbout(event.target.value)}
        />
        <Field
          label={<Trans>Name of the page</Trans>}
          hint={<Trans>Only you see it.</Trans>}
          value={label}
          maxLength={LABEL}
          onChange={event => setLabel(event.target.value)}
        />
        <div className="row">
          <Button type="submit" look="quiet" busy={saving} disabled={same}>
            <Trans>Save the words</Trans>
          </Button>
        </div>
      </form>
    </details>
  )
}
