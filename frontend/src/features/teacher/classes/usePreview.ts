import { useEffect, useState } from 'react'
import { useApi } from '@/api/ApiProvider'
import type { ResultOf } from '@/api/graphql'
import { PreviewStudents } from './documents'

type Answer = NonNullable<ResultOf<typeof PreviewStudents>['previewStudents']>
export type PreviewRow = NonNullable<Answer['rows']>[number]
export type Preview = { rows: readonly PreviewRow[]; ready: number; decide: number; skipped: number }

const PAUSE_MS = 350

/** How the pasted lines read, asked when the fingers rest; the last answer stays while the next is on its way. */
export function usePreview(schoolId: string, students: string): Preview | null {
  const { client } = useApi()
  const [preview, setPreview] = useState<Preview | null>(null)
  useEffect(() => {
    if (!schoolId || students.trim() === '') {
      setPreview(null)
      return
    }
    let left = false
    const timer = window.setTimeout(async () => {
      const { data } = await client.mutation(PreviewStudents, { schoolId, students }).toPromise()
      const answer = data?.previewStudents
      if (left || !answer || answer.errors.length > 0) return
      setPreview({
        rows: answer.rows ?? [],
        ready: answer.ready ?? 0,
        decide: answer.decide ?? 0,
        skipped: answer.skipped ?? 0,
      })
    }, PAUSE_MS)
    return () => {
      left = true
      window.clearTimeout(timer)
    }
  }, [client, schoolId, students])
  return preview
}
