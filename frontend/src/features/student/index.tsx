import { useLingui } from '@lingui/react/macro'
import { Screen } from '@/design/Screen'
import type { FactTable } from '@/live/facts'

const facts: FactTable = {}

function Routes() {
  const { t } = useLingui()
  return <Screen title={t`Badges`}>{null}</Screen>
}

export default { Routes, useTabs: () => [], facts }
