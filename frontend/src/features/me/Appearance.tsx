import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useApi } from '@/api/ApiProvider'
import { rememberPerson } from '@/api/person'
import { CheckRow, Segmented } from '@/design/Choice'
import { celebrationsOn, keepCelebrations } from '@/design/celebrations'
import { chooseTheme, chosenTheme } from '@/design/theme'
import { LANGUAGES, type Language, OWN_NAMES } from '@/i18n/languages'

export function Appearance() {
  const { t } = useLingui()
  const { person } = useApi()
  const [theme, setTheme] = useState(chosenTheme)
  const [celebrations, setCelebrations] = useState(celebrationsOn)
  return (
    <section className="card">
      <h2>
        <Trans>Language and look</Trans>
      </h2>
      <Segmented
        legend={t`Language`}
        value={person.language}
        options={LANGUAGES.map(value => ({ value, label: OWN_NAMES[value] }))}
        onChange={language => speak(language)}
      />
      <Segmented
        legend={t`Theme`}
        value={theme}
        options={[
          { value: 'system', label: t`Like the device` },
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
        onChange={on => {
          keepCelebrations(on)
          setCelebrations(on)
        }}
        note={<Trans>A badge is announced in words either way.</Trans>}
      >
        <Trans>Confetti for a new badge</Trans>
      </CheckRow>
    </section>
  )

  function speak(language: Language) {
    rememberPerson({ ...person, language })
    location.reload()
  }
}
