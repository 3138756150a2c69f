import { useLingui } from '@lingui/react/macro'
import { useLocation } from 'wouter'
import { Chip, Chips } from '@/design/Chips'

type GroupChipsProps = {
  groups: readonly { id: string; name: string }[]
  chosen: string | undefined
  placeOf: (groupId: string) => string
}

/** One tap to another class or club; who leads one alone sees none of it. */
export function GroupChips({ groups, chosen, placeOf }: GroupChipsProps) {
  const { t } = useLingui()
  const [, go] = useLocation()
  if (groups.length < 2) return null
  return (
    <Chips label={t`For which group`}>
      {groups.map(({ id, name }) => (
        <Chip key={id} pressed={id === chosen} onPress={() => go(placeOf(id), { replace: true })}>
          {name}
        </Chip>
      ))}
    </Chips>
  )
}
