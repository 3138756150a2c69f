import { MoreVertical } from 'lucide-react'
import { useState } from 'react'
import { AudioPicker } from '@/design/AudioPicker'
import { Button } from '@/design/Button'
import { RadioCards } from '@/design/Choice'
import { Field, Select, TextArea } from '@/design/Field'
import { FileDrop } from '@/design/FileDrop'
import { IconButton } from '@/design/IconButton'
import { ErrorState, OfflineBanner, Skeleton } from '@/design/Notices'
import { PhotoPicker } from '@/design/PhotoPicker'
import { Sheet } from '@/design/Sheet'
import { useToast } from '@/design/Toast'

export function Controls() {
  const say = useToast()
  const [open, setOpen] = useState(false)
  const [photo, setPhoto] = useState<Blob | null>(null)
  const [audio, setAudio] = useState<File | null>(null)
  const [kind, setKind] = useState<string | null>('a')
  const [text, setText] = useState('Rozmawialiśmy o ławkach przed szkołą i o tym, kto o nich decyduje.')
  return (
    <>
      <h2>Elementy</h2>
      <div className="row">
        <Button onClick={() => say({ text: 'Przyznano odznakę 6 osobom.', undo: () => {} })}>
          Przyznaj 6 osobom
        </Button>
        <Button look="quiet" onClick={() => setOpen(true)}>
          Otwórz arkusz
        </Button>
        <Button busy>Wysyłam</Button>
        <Button disabled>Niedostępny</Button>
        <Button look="danger">Usuń</Button>
        <Button look="plain">Później</Button>
        <IconButton icon={MoreVertical} label="Więcej" />
      </div>
      <RadioCards
        legend="Wybierz działanie"
        value={kind}
        onChange={setKind}
        options={[
          {
            value: 'a',
            label: 'Wywiad z radnym lub radną',
            note: 'Około 6 godzin. Pytania, rozmowa, krótka relacja.',
          },
          {
            value: 'b',
            label: 'Petycja w ważnej sprawie',
            note: 'Około 8 godzin. Od rozmów po złożenie pisma.',
          },
          { value: 'c', label: 'Debata oksfordzka', note: 'Masz już tę odznakę.', disabled: true },
        ]}
      />
      <Field
        label="Temat"
        hint="Jednym zdaniem: co i z kim."
        defaultValue="Ławki przed szkołą"
        error="Temat jest już zgłoszony."
      />
      <TextArea
        label="Co zrobiłeś lub zrobiłaś?"
        maxLength={100}
        value={text}
        onChange={event => setText(event.target.value)}
      />
      <Select label="Klasa">
        <option>2B</option>
        <option>2C</option>
      </Select>
      <PhotoPicker photo={photo} onChange={setPhoto} />
      <AudioPicker audio={audio} onChange={setAudio} />
      <FileDrop
        label="Lista z dziennika"
        accept=".csv,.xlsx"
        hint="CSV lub XLSX, do 1 MB"
        onFile={() => {}}
      />
      <OfflineBanner online={false} since="dzisiaj, 14:05" waiting={2} />
      <Skeleton rows={2} />
      <ErrorState title="Nie udało się wczytać" onRetry={() => {}}>
        To, co wysłałeś lub wysłałaś, jest bezpieczne.
      </ErrorState>
      <Sheet
        title="Oddaj pracę"
        open={open}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button look="quiet" onClick={() => setOpen(false)}>
              Zapisz szkic
            </Button>
            <Button onClick={() => setOpen(false)}>Oddaj</Button>
          </>
        }
      >
        <TextArea label="Opis" hint="Zobaczysz ją Ty i osoba, która ocenia." />
        <PhotoPicker photo={photo} onChange={setPhoto} />
      </Sheet>
    </>
  )
}
