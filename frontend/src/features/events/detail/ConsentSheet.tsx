import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '@/design/Button'
import { GuardianSheet } from '@/guardian/GuardianSheet'

type ConsentButtonProps = { eventId: string; asking: boolean; onClose: () => void }

/** Opens the sheet with the link for the guardian; after signing up it opens by itself. */
export function ConsentButton({ eventId, asking, onClose }: ConsentButtonProps) {
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button onClick={() => setOpened(true)}>
        <Trans>Ask my guardian to agree</Trans>
      </Button>
      {(opened || asking) && (
        <GuardianSheet
          purpose="event"
          aboutId={eventId}
          intro={<Trans>A place is kept for you.</Trans>}
          onClose={() => {
            setOpened(false)
            onClose()
          }}
        />
      )}
    </>
  )
}
