import { lazy, Suspense } from 'react'
import { addTexts } from '@/i18n/activate'
import type { GuardianLinkProps } from './GuardianLink'

const Link = lazy(async () => {
  const [link] = await Promise.all([
    import('./GuardianLink'),
    addTexts(import.meta.glob('./locales/*.po') as Parameters<typeof addTexts>[0]),
  ])
  return link
})

/**
 * Asks a guardian to agree to one purpose. Any feature may open it; its code and texts are loaded when it opens.
 *
 * `{asking && <GuardianSheet purpose="club" aboutId={id} intro={…} onClose={() => setAsking(false)} />}`
 */
export function GuardianSheet(props: GuardianLinkProps) {
  return (
    <Suspense fallback={null}>
      <Link {...props} />
    </Suspense>
  )
}
