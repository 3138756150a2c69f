import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Eye, EyeOff, Share2 } from 'lucide-react'
import { useState } from 'react'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { FieldError } from '@/design/Field'
import { ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { State } from '@/design/State'
import { GuardianSheet } from '@/guardian/GuardianSheet'
import { ChooseBadges } from './ChooseBadges'
import { ChooseLook } from './ChooseLook'
import { ChooseOwnWords } from './ChooseOwnWords'
import { DeletePage } from './DeletePage'
import { OpenPresentation } from './documents'
import { LinkSheet } from './LinkSheet'
import { LOOK_OF_STATE, type Presentation } from './presentation'
import { type Editing, usePresentation } from './usePresentation'
import { useTakeDown } from './useTakeDown'
import { WriteWords } from './WriteWords'

/** One page: how a stranger sees it, everything that can be changed, and the way to open it. */
export default function PresentationScreen({ id }: { id: string }) {
  const { t } = useLingui()
  const editing = usePresentation(id)
  const { page, loading, failed, reload } = editing
  return (
    <Screen
      title={page?.card.label ?? t`Page about me`}
      back="/presentations"
      action={page && <Actions page={page} editing={editing} />}
    >
      {loading && <Skeleton rows={5} />}
      {failed && (
        <ErrorState title={<Trans>The page could not be read</Trans>} onRetry={reload}>
          <Trans>Nothing is lost. Look again in a moment.</Trans>
        </ErrorState>
      )}
      {page && <Editor page={page} editing={editing} />}
    </Screen>
  )
}

function Editor({ page, editing }: { page: Presentation; editing: Editing }) {
  const { t } = useLingui()
  return (
    <>
      <Standing page={page} editing={editing} />
      <FieldError message={editing.problem} />
      <section className="stack stack-tight" aria-labelledby="preview">
        <h2 id="preview" className="presentation-preview-title">
          <Eye aria-hidden="true" size={20} />
          <Trans>This is what a stranger sees</Trans>
        </h2>
        <iframe
          className="presentation-preview"
          title={t`The page as a stranger sees it`}
          src={`${page.previewUrl}?${editing.version}`}
        />
        <p className="quiet">
          <a href={page.previewUrl} target="_blank" rel="noopener">
            <Trans>Look at it on the whole screen</Trans>
          </a>
          {' · '}
          <a href={`${page.previewUrl}.pdf`} download>
            <Trans>Download as PDF</Trans>
          </a>
        </p>
      </section>
      {page.needsGuardian && (
        <p className="notice">
          <Trans>
            Before you are 16 your guardian agrees to the page. When you change something, the page closes
            until they agree again.
          </Trans>
        </p>
      )}
      <ChooseBadges page={page} editing={editing} />
      <WriteWords page={page} editing={editing} />
      <ChooseOwnWords page={page} editing={editing} />
      <ChooseLook page={page} editing={editing} />
      <DeletePage id={page.card.id} />
    </>
  )
}

/** Who sees the page, how often it was opened, and the one tap that takes it down. */
function Standing({ page, editing }: { page: Presentation; editing: Editing }) {
  const takeDown = useTakeDown(page, editing)
  return (
    <div className="row">
      <State state={LOOK_OF_STATE[page.card.state] ?? 'open'}>{page.card.stateLabel}</State>
      {page.card.state === 'open' && (
        <>
          <span className="quiet">
            <Plural value={page.card.views} one="opened # time" other="opened # times" />
          </span>
          <Button look="plain" busy={takeDown.busy} onClick={() => void takeDown.act()}>
            <EyeOff aria-hidden="true" size={20} />
            <Trans>Take the page down</Trans>
          </Button>
        </>
      )}
    </div>
  )
}

function Actions({ page, editing }: { page: Presentation; editing: Editing }) {
  const [showing, setShowing] = useState(false)
  const [asking, setAsking] = useState(false)
  const [open, opening] = useSend(OpenPresentation)
  const isOpen = page.card.state === 'open'

  async function share(): Promise<void> {
    if (isOpen || editing.take(await open({ id: page.card.id }))) setShowing(true)
  }

  return (
    <>
      {isOpen || page.approved ? (
        <Button busy={opening} onClick={() => void share()}>
          <Share2 aria-hidden="true" size={20} />
          {isOpen ? <Trans>Link and code</Trans> : <Trans>Open it by a link</Trans>}
        </Button>
      ) : (
        <Button onClick={() => setAsking(true)}>
          <Trans>Ask my guardian</Trans>
        </Button>
      )}
      {showing && isOpen && <LinkSheet page={page} editing={editing} onClose={() => setShowing(false)} />}
      {asking && (
        <GuardianSheet
          purpose="presentation"
          aboutId={page.card.id}
          intro={<Trans>Finish the page first: your guardian agrees to what stands on it now.</Trans>}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
