import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { Problem } from '@/api/problems'
import { Button } from '@/design/Button'
import { Field, FieldError, Select, TextArea } from '@/design/Field'
import { asLanguage } from '@/i18n/languages'
import { HowLong } from './HowLong'
import { type List, offerToList } from './sendList'

type LetterFormProps = {
  to: { placeId: string; placeKind: string; achievementId: string }
  list: List
  people: number
  badge: string
}

/** What the letter says beside the badge, in which language, when it leaves and how long the link works. */
export function LetterForm({ to, list, people, badge }: LetterFormProps) {
  const { i18n } = useLingui()
  const [, go] = useLocation()
  const [note, setNote] = useState('')
  const [language, setLanguage] = useState<string>(asLanguage(i18n.locale))
  const [days, setDays] = useState(30)
  const [sendAt, setSendAt] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  // One key for what is meant, kept after a broken connection: a second tap offers nothing twice.
  const key = useRef(crypto.randomUUID())

  async function send(): Promise<void> {
    setBusy(true)
    setProblem(undefined)
    try {
      const id = await offerToList(to, list, { key: key.current, note, language, days, sendAt })
      go(`/offers/${id}`)
    } catch (refused) {
      setProblem((refused as Problem).message)
    } finally {
      setBusy(false)
    }
  }

  return (
    <section className="card stack" aria-labelledby="letter">
      <h2 id="letter">
        <Trans>The letter</Trans>
      </h2>
      <TextArea
        label={<Trans>A sentence for everybody (optional)</Trans>}
        hint={<Trans>Who has a note of their own in the list gets that one.</Trans>}
        rows={2}
        maxLength={500}
        value={note}
        onChange={event => setNote(event.target.value)}
      />
      <Select
        label={<Trans>Language of the letter</Trans>}
        value={language}
        onChange={event => setLanguage(event.target.value)}
      >
        <option value="pl">Polski</option>
        <option value="en">English</option>
        <option value="uk">Українська</option>
      </Select>
      <HowLong days={days} onChange={setDays} />
      <Field
        type="datetime-local"
        label={<Trans>When it leaves (optional)</Trans>}
        hint={<Trans>Otherwise in ten minutes. Until then you can undo everything. Polish time.</Trans>}
        value={sendAt}
        onChange={event => setSendAt(event.target.value)}
      />
      <p className="quiet">
        <Trans>
          Two reminders at most. The addresses are deleted as soon as a badge is taken, declined or expired.
        </Trans>
      </p>
      <FieldError message={problem} />
      <Button wide busy={busy} onClick={() => void send()}>
        <Plural value={people} one={`Offer “${badge}” to # person`} other={`Offer “${badge}” to # people`} />
      </Button>
    </section>
  )
}
