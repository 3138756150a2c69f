import { Trans, useLingui } from '@lingui/react/macro'
import { CloudUpload, Hourglass } from 'lucide-react'
import { useState } from 'react'
import { useApi } from '@/api/ApiProvider'
import { Button } from '@/design/Button'
import { useToast } from '@/design/Toast'
import { CameraButton } from './CameraButton'
import { Choosing } from './Choosing'
import { Chosen } from './Chosen'
import { HandedIn } from './HandedIn'
import { HandInSheet } from './HandInSheet'
import type { PhaseProps } from './phase'
import { StepFrame } from './StepFrame'
import { kindsOf } from './step'
import { ProposingTopic } from './Topic'

/** Handing in, and handing in again. The camera is one tap away; everything else is in the sheet. */
export function Working({ step, show }: PhaseProps) {
  const { t } = useLingui()
  const say = useToast()
  const { waiting } = useApi()
  const [sheet, setSheet] = useState<{ photo: Blob | null }>()
  const [waits, setWaits] = useState(false)
  const [changing, setChanging] = useState<'choice' | 'topic'>()
  const back = () => setChanging(undefined)
  if (changing === 'choice') return <Choosing step={step} show={show} onBack={back} />
  if (changing === 'topic') return <ProposingTopic step={step} show={show} onBack={back} />

  const takesPhotos = kindsOf(step).includes('photo')
  const { submission } = step
  const handedIn = step.node.state === 'handed_in'
  return (
    <StepFrame
      step={step}
      action={
        <>
          {takesPhotos && <CameraButton quiet={handedIn} onPhoto={photo => setSheet({ photo })} />}
          <Button
            look={takesPhotos || handedIn ? 'quiet' : 'primary'}
            onClick={() => setSheet({ photo: null })}
          >
            {handedIn ? (
              <Trans>Add more</Trans>
            ) : takesPhotos ? (
              <Trans>Text or file</Trans>
            ) : (
              <Trans>Hand in</Trans>
            )}
          </Button>
        </>
      }
    >
      <Chosen step={step} onChange={() => setChanging('choice')} />
      {submission?.topic && (
        <section className="stack stack-tight">
          <h2 className="small-title">
            <Trans>Your topic</Trans>
          </h2>
          <p className="written">{submission.topic}</p>
          {step.node.state === 'not_yet' && (
            <div>
              <Button look="plain" onClick={() => setChanging('topic')}>
                <Trans>Change the topic</Trans>
              </Button>
            </div>
          )}
        </section>
      )}
      {handedIn && (
        <div className="notice notice-review">
          <Hourglass aria-hidden="true" />
          <p>
            <Trans>Your teacher has your work. You will see the answer here at once.</Trans>
          </p>
        </div>
      )}
      {waits && waiting > 0 && (
        <div className="notice" role="status">
          <CloudUpload aria-hidden="true" />
          <p>
            <Trans>Your work is saved on the phone. It will be sent as soon as there is a network.</Trans>
          </p>
        </div>
      )}
      <HandedIn step={step} show={show} />
      {sheet && (
        <HandInSheet
          step={step}
          photo={sheet.photo}
          onClose={() => setSheet(undefined)}
          onSent={newest => {
            setSheet(undefined)
            setWaits(false)
            show(newest)
            say({ text: t`Handed in. Your teacher sees it now.` })
          }}
          onSaved={() => {
            setSheet(undefined)
            setWaits(true)
            say({ text: t`Saved on the phone. It will be sent later.` })
          }}
        />
      )}
    </StepFrame>
  )
}
