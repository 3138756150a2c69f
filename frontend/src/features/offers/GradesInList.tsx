import { Trans, useLingui } from '@lingui/react/macro'
import { enough, type Scale } from '@/design/grades'

/** Which grades the badge is given with, and where they stand in a list. */
export function GradesInList({ scale }: { scale: Scale }) {
  const { t } = useLingui()
  const { kind, least, most, required } = scale
  const from = required || least
  const grades = enough(scale)
  const example = kind === 'grades' ? grades.at(-1) : most
  const which =
    kind === 'grades'
      ? grades.join(', ')
      : kind === 'percent'
        ? t`${from} to 100 per cent`
        : t`${from} to ${most} points`
  return (
    <p className="quiet">
      {required ? (
        <Trans>This badge is given only with a grade: {which}.</Trans>
      ) : (
        <Trans>This badge may come with a grade: {which}.</Trans>
      )}{' '}
      <Trans>
        Write it behind a semicolon, ola@example.org; {example}, or in a column “grade” of the file.
      </Trans>
    </p>
  )
}
