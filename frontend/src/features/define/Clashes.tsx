import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@/design/Button'
import { useEditor } from './EditorContext'
import { partOf, type Speech, said, type Words } from './merging'

/** Two people wrote in the same place: both texts, and one of them stays. */
export function Clashes() {
  const { t } = useLingui()
  const { writing, choices } = useEditor()
  const names: Record<Speech, string> = { pl: t`Polish`, en: t`English`, uk: t`Ukrainian` }
  if (writing.clashes.length === 0) return null
  return (
    <section className="card card-attention stack" role="alert">
      <h2>
        <Trans>Somebody else has written here too</Trans>
      </h2>
      {writing.clashes.map(key => {
        const part = partOf(key)
        const language = key.split('.')[1] as Speech | undefined
        const label = choices.parts.find(({ name }) => name === part)?.label ?? part
        const mine = writing.description[part]
        return (
          <div key={key} className="stack">
            <h3>
              {label}
              {language && ` · ${names[language]}`}
            </h3>
            {language && (
              <dl className="define-both">
                <dt>
                  <Trans>Theirs</Trans>
                </dt>
                <dd>{String(said(writing.draft.description, key)) || '–'}</dd>
                <dt>
                  <Trans>Yours</Trans>
                </dt>
                <dd>{(mine as Words)[language] || '–'}</dd>
              </dl>
            )}
            <div className="row">
              <Button look="quiet" onClick={() => writing.settle(key, false)}>
                <Trans>Take theirs</Trans>
              </Button>
              <Button look="quiet" onClick={() => writing.settle(key, true)}>
                <Trans>Keep yours</Trans>
              </Button>
            </div>
          </div>
        )
      })}
    </section>
  )
}
