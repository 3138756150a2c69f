import { Trans, useLingui } from '@lingui/react/macro'
import { useRead } from '@/api/useRead'
import { ErrorState, Skeleton } from '@/design/Notices'
import { QrPicture } from '@/design/QrPicture'
import { Screen } from '@/design/Screen'
import { MyCode } from '../documents'

/** One's own check-in code, to be scanned by who stands at the door; it signs nobody in. */
export default function MyCodeScreen() {
  const { t } = useLingui()
  const { data, loading, failed, reload } = useRead(MyCode)
  const mine = data?.myCheckInCode
  return (
    <Screen title={t`My check-in code`} back="/events">
      {loading && <Skeleton rows={2} />}
      {failed && (
        <ErrorState title={<Trans>The code could not be read</Trans>} onRetry={reload}>
          <Trans>Tell your name at the door: you can be ticked without it.</Trans>
        </ErrorState>
      )}
      {mine && (
        <div className="my-code">
          <QrPicture svg={mine.svg} alt={t`My check-in code`} />
          <p className="my-code-typed">{mine.code}</p>
          <p>
            <Trans>Show it at the door. The person who leads scans it and you are ticked.</Trans>
          </p>
          <p className="quiet">
            <Trans>It only says that you are here. Nobody can sign in with it.</Trans>
          </p>
        </div>
      )}
    </Screen>
  )
}
