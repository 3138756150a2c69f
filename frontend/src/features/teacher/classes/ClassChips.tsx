import { useLingui } from '@lingui/react/macro'
import { useLocation } from 'wouter'
import { Chip, Chips } from '@/design/Chips'

type ClassChipsProps = {
  groups: readonly { id: string; name: string }[]
  chosen: string | undefined
  placeOf: (groupId: string) => string
}

/** One tap to another class; a teacher of one class sees none of it. */
export function ClassChips({ groups, chosen, placeOf }: ClassChipsProps) {
  const { t } = useLingui()
  const [, go] = useLocation()
  if (groups.length < 2) return null
  return (
    <Chips label={t`Class`}>
      {groups.map(({ id, name }) => (
        <Chip key={id} pressed={id === chosen} onPress={() => go(placeOf(id), { replace: true })}>
          {name}
        </Chip>
      ))}
    </Chips>
  )
}
