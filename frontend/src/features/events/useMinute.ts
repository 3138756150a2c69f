import { useEffect, useState } from 'react'

const HALF_A_MINUTE_MS = 30_000

/** The moment, renewed twice a minute, for what begins and ends while it is looked at. */
export function useMinute(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = window.setInterval(() => setNow(new Date()), HALF_A_MINUTE_MS)
    return () => window.clearInterval(timer)
  }, [])
  return now
}
