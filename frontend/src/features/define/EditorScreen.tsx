import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Eye } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useRead } from '@/api/useRead'
import { Button } from '@/design/Button'
import { Segmented } from '@/design/Choice'
import { classNames } from '@/design/classNames'
import { Select } from '@/design/Field'
import { ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { asLanguage } from '@/i18n/languages'
import { Checklist } from './Checklist'
import { Clashes } from './Clashes'
import { BadgeDraftDocument } from './documents/editor'
import { EditorContext } from './EditorContext'
import { type Choices, type Draft, LANGUAGES, type Speech, untranslated, type Words } from './merging'
import { PartField } from './PartField'
import { type Saving, useDraft } from './useDraft'

type Data = { draft: Draft; choices: Choices; reload: () => void; section: string | undefined }

export default function EditorScreen({ draftId, section }: { draftId: string; section: string | undefined }) {
  const { t } = useLingui()
  const { data, loading, failed, reload } = useRead(BadgeDraftDocument, { draftId })
  if (data?.badgeDraft)
    return <Editor draft={data.badgeDraft} choices={data.editorChoices} reload={reload} section={section} />
  return (
    <Screen title={t`Badge`} back="/define">
      {loading && <Skeleton rows={6} />}
      {(failed || data) && (
        <ErrorState title={<Trans>This draft is not here</Trans>} onRetry={reload}>
          <Trans>Somebody may have published or discarded it meanwhile.</Trans>
        </ErrorState>
      )}
    </Screen>
  )
}

/** The name in the language of the screen, or in whichever there is one. */
const called = (words: Words, language: Speech) => words[language] || words.pl || words.en || words.uk || ''

function Editor({ draft: first, choices, reload, section }: Data) {
  const { t, i18n } = useLingui()
  const [, go] = useLocation()
  const [language, setLanguage] = useState<Speech>(asLanguage(i18n.locale))
  const writing = useDraft(first, reload)
  const { draft, description, saving } = writing
  const open = choices.sections.find(({ code }) => code === section) ?? choices.sections[0]
  const missing = untranslated(description)
  const lacking = (code?: string) =>
    draft.checklist.filter(line => line.required && !line.done && (!code || line.section === code)).length
  return (
    <Screen
      title={called(description.name, language) || t`Badge without a name`}
      back={`/define/${draft.issuer.id}`}
      wide
      action={
        <Button
          onClick={async () => {
            await writing.save()
            go(`/define/drafts/${draft.id}/publish`)
          }}
        >
          <Trans>Look through and publish</Trans>
        </Button>
      }
    >
      <EditorContext value={{ writing, choices, language }}>
        <div className="define-head">
          <p className="quiet">
            {draft.kindLabel} · {draft.issuer.name} · <SavingLine saving={saving} />
          </p>
          {draft.credit && <p className="quiet">{draft.credit}</p>}
          <a className="button button-quiet" href={draft.preview} target="_blank" rel="noopener">
            <Eye aria-hidden="true" size={20} />
            <Trans>Preview</Trans>
          </a>
        </div>
        <Clashes />
        <div className="define-columns">
          <div className="stack">
            <a
              className={classNames('define-lacking', lacking() === 0 && 'define-complete')}
              href="#checklist"
            >
              {lacking() > 0 ? (
                <Plural value={lacking()} one="# thing is still missing" other="# things are still missing" />
              ) : (
                <Trans>Nothing is missing</Trans>
              )}
            </a>
            <div className="define-place">
              <Select
                label={t`Part of the description`}
                value={open?.code}
                onChange={event => go(`/define/drafts/${draft.id}/${event.target.value}`, { replace: true })}
              >
                {choices.sections.map(({ code, label }) => {
                  const count = lacking(code)
                  return (
                    <option key={code} value={code}>
                      {count > 0 ? t`${label} (missing: ${count})` : label}
                    </option>
                  )
                })}
              </Select>
              <Segmented<Speech>
                legend={t`Language of the texts`}
                value={language}
                onChange={setLanguage}
                options={LANGUAGES.map(one => ({
                  value: one,
                  label: <Tab speech={one} open={missing[one]} />,
                }))}
              />
            </div>
            <section className="card stack" aria-label={open?.label}>
              <h2>{open?.label}</h2>
              {choices.parts
                .filter(part => part.section === open?.code)
                .map(part => (
                  <PartField key={part.name} part={part} />
                ))}
            </section>
          </div>
          <Checklist
            lines={draft.checklist}
            onGo={code => go(`/define/drafts/${draft.id}/${code}`, { replace: true })}
          />
        </div>
      </EditorContext>
    </Screen>
  )
}

/** A language and how many texts it still lacks. */
function Tab({ speech, open }: { speech: Speech; open: number }) {
  const { t } = useLingui()
  const names: Record<Speech, string> = { pl: t`Polish`, en: t`English`, uk: t`Ukrainian` }
  return (
    <>
      {names[speech]}
      {open > 0 && (
        <span className="define-missing">
          <span aria-hidden="true">{open}</span>
          <span className="hidden-visually">
            <Trans>({open} missing)</Trans>
          </span>
        </span>
      )}
    </>
  )
}

function SavingLine({ saving }: { saving: Saving }) {
  const words: Record<Saving, React.ReactNode> = {
    saved: <Trans>Saved</Trans>,
    writing: <Trans>Writing…</Trans>,
    saving: <Trans>Saving…</Trans>,
    unsent: <Trans>No network: not saved yet</Trans>,
    refused: <Trans>Not saved: look below</Trans>,
  }
  return <span role="status">{words[saving]}</span>
}
