import { useEffect, useState } from 'react'

const HALF_A_MINUTE_MS = 30_000

/** The time in ms, renewed twice a minute while something on the screen runs out. */
export function useNow(running: boolean): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!running) return
    setNow(Date.now())
    const timer = window.setInterval(() => setNow(Date.now()), HALF_A_MINUTE_MS)
    return () => window.clearInterval(timer)
  }, [running])
  return now
}
