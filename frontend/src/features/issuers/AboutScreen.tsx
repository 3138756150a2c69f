import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { type Problem, problemAt } from '@/api/problems'
import { useRead } from '@/api/useRead'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { Segmented } from '@/design/Choice'
import { Field, FieldError, TextArea } from '@/design/Field'
import { Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { useToast } from '@/design/Toast'
import { DescribeIssuer, IssuerDeskDocument } from './documents'
import type { Desk } from './issuer'

type Language = 'pl' | 'en' | 'uk'
type Texts = Record<Language, { name: string; description: string; qualityAssurance: string }>
const NOTHING = { name: '', description: '', qualityAssurance: '' }

/** Who the issuer is, in three languages, and how it can be reached. */
export default function AboutScreen({ id }: { id: string }) {
  const { t } = useLingui()
  const { data } = useRead(IssuerDeskDocument, { id })
  return (
    <Screen title={t`What it says about itself`} back={`/issuers/${id}`}>
      {data?.issuerDesk ? <AboutForm desk={data.issuerDesk} /> : <Skeleton rows={4} />}
    </Screen>
  )
}

function textsOf(desk: Desk): Texts {
  const texts: Texts = { pl: NOTHING, en: NOTHING, uk: NOTHING }
  for (const { language, name, description, qualityAssurance } of desk.words) {
    texts[language as Language] = { name, description, qualityAssurance }
  }
  return texts
}

function AboutForm({ desk }: { desk: Desk }) {
  const { t } = useLingui()
  const say = useToast()
  const [language, setLanguage] = useState<Language>('pl')
  const [texts, setTexts] = useState(() => textsOf(desk))
  const [url, setUrl] = useState(desk.url)
  const [email, setEmail] = useState(desk.email)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [send, sending] = useSend(DescribeIssuer)
  const shown = texts[language]
  const write = (part: Partial<Texts[Language]>) =>
    setTexts(before => ({ ...before, [language]: { ...before[language], ...part } }))
  const all = (part: keyof Texts[Language]) => ({
    pl: texts.pl[part],
    en: texts.en[part],
    uk: texts.uk[part],
  })

  async function keep(event: FormEvent): Promise<void> {
    event.preventDefault()
    const started = Boolean(texts.pl.description || texts.en.description || texts.uk.description)
    const assured = Boolean(
      texts.pl.qualityAssurance || texts.en.qualityAssurance || texts.uk.qualityAssurance,
    )
    const sent = await send({
      issuerId: desk.row.id,
      issuer: {
        name: all('name'),
        ...(started && { description: all('description') }),
        ...(assured && { qualityAssurance: all('qualityAssurance') }),
        url,
        email,
      },
    })
    if (sent.outcome === 'refused' || sent.outcome === 'unsent') return setProblems(sent.problems)
    setProblems([])
    say({ text: t`Saved.` })
  }

  const readOnly = !desk.manages
  return (
    <form className="stack" onSubmit={event => void keep(event)}>
      <Segmented<Language>
        legend={t`Language of the texts`}
        value={language}
        onChange={setLanguage}
        options={[
          { value: 'pl', label: 'Polski' },
          { value: 'en', label: 'English' },
          { value: 'uk', label: 'Українська' },
        ]}
      />
      <div className="stack" lang={language}>
        <Field
          label={<Trans>Name</Trans>}
          value={shown.name}
          maxLength={120}
          readOnly={readOnly || (desk.nameFixed && language === 'pl')}
          hint={desk.nameFixed && language === 'pl' && <Trans>The name of the agreement.</Trans>}
          error={problemAt(problems, 'name')}
          onChange={event => write({ name: event.target.value })}
        />
        <TextArea
          label={<Trans>Who you are and what you do</Trans>}
          rows={4}
          maxLength={1500}
          value={shown.description}
          readOnly={readOnly}
          error={problemAt(problems, 'description')}
          onChange={event => write({ description: event.target.value })}
        />
        <TextArea
          label={<Trans>Quality assurance</Trans>}
          hint={
            <Trans>
              Who looks after fairness, how often you review, whom a learner can turn to. It is public.
            </Trans>
          }
          rows={4}
          maxLength={1500}
          value={shown.qualityAssurance}
          readOnly={readOnly}
          error={problemAt(problems, 'qualityAssurance') ?? problemAt(problems, 'quality_assurance')}
          onChange={event => write({ qualityAssurance: event.target.value })}
        />
      </div>
      <Field
        label={<Trans>Web page</Trans>}
        type="url"
        inputMode="url"
        placeholder="https://"
        value={url}
        maxLength={300}
        readOnly={readOnly}
        error={problemAt(problems, 'url')}
        onChange={event => setUrl(event.target.value)}
      />
      <Field
        label={<Trans>E-mail for questions</Trans>}
        hint={<Trans>It stands on the public page: an address of the office, not of a person.</Trans>}
        type="email"
        value={email}
        maxLength={254}
        readOnly={readOnly}
        error={problemAt(problems, 'email')}
        onChange={event => setEmail(event.target.value)}
      />
      <FieldError message={problemAt(problems, '')} />
      {!readOnly && (
        <Button type="submit" busy={sending}>
          <Trans>Save</Trans>
        </Button>
      )}
    </form>
  )
}
