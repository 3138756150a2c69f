import { lazy, Suspense } from 'react'
import { addTexts } from '@/i18n/activate'
import type { ReportFormProps } from './ReportForm'

const Form = lazy(async () => {
  const [form] = await Promise.all([
    import('./ReportForm'),
    addTexts(import.meta.glob('./locales/*.po') as Parameters<typeof addTexts>[0]),
  ])
  return form
})

/**
 * Points at what somebody wrote or drew. Any feature may open it; its code and texts are loaded when it opens.
 *
 * `{reported && <ReportSheet kind="clubs.Club" objectId={id} onClose={() => setReported(false)} />}`
 */
export function ReportSheet(props: ReportFormProps) {
  return (
    <Suspense fallback={null}>
      <Form {...props} />
    </Suspense>
  )
}
