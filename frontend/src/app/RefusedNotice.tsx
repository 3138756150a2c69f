import { useEffect } from 'react'
import type { Problem } from '@/api/problems'
import { useToast } from '@/design/Toast'

/** Something saved on the phone was sent later and the server refused it: the person is told, in its words. */
export function RefusedNotice({ problems }: { problems: readonly Problem[] }) {
  const say = useToast()
  useEffect(() => {
    for (const problem of problems) say({ text: problem.message })
  }, [problems, say])
  return null
}
