import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Segmented } from '@/design/Choice'
import { FieldError } from '@/design/Field'
import { DesignedPicture } from './DesignedPicture'
import { useEditor } from './EditorContext'
import { PictureFromFile } from './PictureFromFile'
import { drawingOf } from './picture'

/** The picture of a formal badge: put together here, or drawn elsewhere and sent as a file. */
export function PictureField() {
  const { t } = useLingui()
  const { writing, language, problemOf } = useEditor()
  const { art, artAlt } = writing.description
  const { kind } = writing.draft
  const [from, setFrom] = useState<'here' | 'file'>(art.picture ? 'file' : 'here')
  return (
    <div className="stack">
      <div className="define-picture">
        <img src={drawingOf(kind, art)} alt={artAlt[language] ?? ''} width={176} height={176} />
        {!art.picture && (
          <p className="quiet">
            {kind === 'microcredential' ? (
              <Trans>The border of pearls is the seal of a microcredential.</Trans>
            ) : (
              <Trans>A digital badge has a plain border and no seal.</Trans>
            )}
          </p>
        )}
      </div>
      <Segmented
        legend={t`Where the picture comes from`}
        value={from}
        onChange={setFrom}
        options={[
          { value: 'here', label: <Trans>Designed here</Trans> },
          { value: 'file', label: <Trans>From a file</Trans> },
        ]}
      />
      {from === 'here' ? <DesignedPicture /> : <PictureFromFile />}
      <FieldError message={problemOf('art')} />
    </div>
  )
}
