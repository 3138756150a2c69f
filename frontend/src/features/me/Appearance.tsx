import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { useApi } from '@/api/ApiProvider'
import { rememberPerson } from '@/api/person'
import { useRead } from '@/api/useRead'
import { useSend } from '@/api/useSend'
import { CheckRow, Segmented } from '@/design/Choice'
import { keepCelebrations } from '@/design/celebrations'
import { FieldError } from '@/design/Field'
import { chooseTheme, chosenTheme } from '@/design/theme'
import { LANGUAGES, type Language, OWN_NAMES } from '@/i18n/languages'
import { ChangeMySettings, MeDocument } from './documents'

/** Theme belongs to the device; language and confetti belong to the person and follow to every device. */
export function Appearance() {
  const { t } = useLingui()
  const { person } = useApi()
  const { data } = useRead(MeDocument)
  const [send] = useSend(ChangeMySettings)
  const [theme, setTheme] = useState(chosenTheme)
  const [problem, setProblem] = useState<string>()
  const celebrations = data?.me?.celebrations ?? true
  useEffect(() => keepCelebrations(celebrations), [celebrations])

  async function change(settings: { language?: Language; celebrations?: boolean }): Promise<boolean> {
    const sent = await send(settings)
    setProblem(
      sent.outcome === 'refused' || sent.outcome === 'unsent' ? sent.problems[0]?.message : undefined,
    )
    return sent.outcome === 'done'
  }

  async function speak(language: Language): Promise<void> {
    if (!(await change({ language }))) return
    // The pages outside the app go by a cookie that scripts cannot write.
    const chosen = new URLSearchParams({ language, next: '/' })
    await fetch('/language/', { method: 'POST', body: chosen, redirect: 'manual' }).catch(() => undefined)
    rememberPerson({ ...person, language })
    location.reload()
  }

  return (
    <section className="card">
      <h2>
        <Trans>Language and look</Trans>
      </h2>
      <Segmented
        legend={t`Language`}
        value={person.language}
        options={LANGUAGES.map(value => ({ value, label: OWN_NAMES[value] }))}
        onChange={language => void speak(language)}
      />
      <Segmented
        legend={t`Theme`}
        value={theme}
        options={[
          { value: 'system', label: t`Like the system` },
          { value: 'light', label: t`Light` },
          { value: 'dark', label: t`Dark` },
        ]}
        onChange={chosen => {
          chooseTheme(chosen)
          setTheme(chosen)
        }}
      />
      <CheckRow
        checked={celebrations}
        onChange={on => void change({ celebrations: on })}
        note={<Trans>You hear about a new badge either way.</Trans>}
      >
        <Trans>Confetti for a new badge</Trans>
      </CheckRow>
      <FieldError message={problem} />
    </section>
  )
}
