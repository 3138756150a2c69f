import { Trans } from '@lingui/react/macro'

type ReadyPhrasesProps = { phrases: readonly string[]; chosen: string; onChoose: (phrase: string) => void }

/** Sentences to take as they are or to change in the field below. */
export function ReadyPhrases({ phrases, chosen, onChoose }: ReadyPhrasesProps) {
  if (phrases.length === 0) return null
  return (
    <fieldset className="phrases">
      <legend>
        <Trans>Ready sentences</Trans>
      </legend>
      {phrases.map(phrase => (
        <button
          key={phrase}
          type="button"
          className="phrase"
          aria-pressed={phrase === chosen}
          onClick={() => onChoose(phrase)}
        >
          {phrase}
        </button>
      ))}
    </fieldset>
  )
}
