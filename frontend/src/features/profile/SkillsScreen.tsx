import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useRead } from '@/api/useRead'
import { EmptyState, ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { Areas } from './Areas'
import { SkillsMap } from './documents'
import { Growth } from './Growth'
import { Layers } from './Layers'
import { Ornament } from './Ornament'
import { OwnWords } from './OwnWords'
import { SkillTables } from './SkillTables'
import { byLayer, type Shown, type Skills } from './skills'

/** What I can do: by area, by whose word it is, and how it grew. For the person alone. */
export default function SkillsScreen() {
  const { t } = useLingui()
  const { data, loading, failed, reload } = useRead(SkillsMap)
  return (
    <Screen title={t`Skills map`} back="/profile">
      {loading && <Skeleton />}
      {failed && (
        <ErrorState title={<Trans>Your skills could not be read</Trans>} onRetry={reload}>
          <Trans>Nothing is lost. Look again in a moment.</Trans>
        </ErrorState>
      )}
      {data && <Found map={data.skillsMap} />}
    </Screen>
  )
}

function Found({ map }: { map: Skills }) {
  const [shown, setShown] = useState<Shown>(() => map.layers.map(() => true))
  const nothing = map.skills.length === 0
  return (
    <>
      {nothing ? (
        <EmptyState title={<Trans>Your skills will be here</Trans>}>
          <Trans>Each badge says what its holder can do. With your first one this map begins.</Trans>
        </EmptyState>
      ) : (
        <>
          <Ornament map={map} shown={shown} />
          <Layers
            layers={map.layers}
            held={byLayer(map.areas, map.layers.length)}
            shown={shown}
            onSwitch={at => setShown(was => was.map((on, one) => (one === at ? !on : on)))}
          />
          <Areas map={map} shown={shown} />
          <Growth map={map} shown={shown} />
          <SkillTables map={map} shown={shown} />
        </>
      )}
      <OwnWords map={map} />
    </>
  )
}
