import { useLingui } from '@lingui/react/macro'
import { useSend } from '@/api/useSend'
import { useToast } from '@/design/Toast'
import { WithdrawPresentation } from './documents'
import type { Presentation } from './presentation'
import type { Editing } from './usePresentation'

/** Taking the page down: its link is dead at once, and the person hears so. */
export function useTakeDown(page: Presentation, editing: Editing, done: () => void = () => undefined) {
  const { t } = useLingui()
  const say = useToast()
  const [withdraw, busy] = useSend(WithdrawPresentation)

  async function act(): Promise<void> {
    if (!editing.take(await withdraw({ id: page.card.id }))) return
    done()
    say({ text: t`The page is taken down. The old link opens nothing any more.` })
  }

  return { act, busy }
}
