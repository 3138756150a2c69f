import { Trans, useLingui } from '@lingui/react/macro'
import type { EvidenceKind } from './step'

/** The kind of a piece of work, in a word. */
export function KindName({ kind }: { kind: EvidenceKind }) {
  switch (kind) {
    case 'photo':
      return <Trans>Photo</Trans>
    case 'text':
      return <Trans>Text</Trans>
    case 'link':
      return <Trans>Link</Trans>
    case 'pdf':
      return <Trans>PDF</Trans>
    case 'audio':
      return <Trans>Recording</Trans>
  }
}

export function useKindNames() {
  const { t } = useLingui()
  return { group: t`What do you hand in?` }
}
