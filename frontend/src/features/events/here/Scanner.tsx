import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState } from 'react'
import { openReader } from './readCodes'

const PAUSE_MS = 180
/** The same code in the next frames is one scan. */
const SAME_CODE_MS = 2_500

type ScannerProps = { onFound: (text: string) => void; label: string }

/** The camera and a frame to hold the code in; no picture leaves the phone. */
export function Scanner({ onFound, label }: ScannerProps) {
  const { t } = useLingui()
  const video = useRef<HTMLVideoElement>(null)
  const found = useRef(onFound)
  found.current = onFound
  const [state, setState] = useState<'opening' | 'open' | 'closed'>('opening')

  useEffect(() => {
    let stopped = false
    let stream: MediaStream | undefined
    let timer = 0
    const last = { text: '', at: 0 }

    async function look(): Promise<void> {
      const element = video.current
      if (stopped || !element) return
      const text = element.readyState >= 2 ? await read(element).catch(() => null) : null
      if (stopped) return
      if (text && (text !== last.text || Date.now() - last.at > SAME_CODE_MS)) found.current(text)
      if (text) Object.assign(last, { text, at: Date.now() })
      timer = window.setTimeout(() => void look(), PAUSE_MS)
    }
    let read: Awaited<ReturnType<typeof openReader>>

    async function open(): Promise<void> {
      stream = await navigator.mediaDevices.getUserMedia({
        video: { facingMode: 'environment', width: { ideal: 1280 } },
      })
      if (stopped || !video.current) return close()
      video.current.srcObject = stream
      await video.current.play()
      read = await openReader()
      setState('open')
      void look()
    }
    function close(): void {
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
    open().catch(() => {
      if (!stopped) setState('closed')
    })
    return () => {
      stopped = true
      window.clearTimeout(timer)
      close()
    }
  }, [])

  if (state === 'closed')
    return (
      <p className="notice notice-review">
        <Trans>The camera cannot be opened here. Allow it in the browser, or use the digits.</Trans>
      </p>
    )
  return (
    <div className="scanner">
      <video ref={video} muted playsInline aria-label={label} />
      <p role="status">
        {state === 'opening' ? t`The camera is opening…` : t`Hold the code inside the frame.`}
      </p>
    </div>
  )
}
