import { useCallback } from 'react'
import { useSend } from '../useSend'
import { ReadNotices } from './documents'

/** Tells that calm lines have been understood; without a network it is told later. */
export function useReadNotices(): (noticeIds: string[]) => void {
  const [send] = useSend(ReadNotices)
  return useCallback(noticeIds => void send({ noticeIds }, { later: true }), [send])
}
