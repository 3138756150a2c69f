import { Trans, useLingui } from '@lingui/react/macro'
import { UserRoundPlus } from 'lucide-react'
import { useState } from 'react'
import type { ResultOf } from '@/api/graphql'
import { useRead } from '@/api/useRead'
import { Button } from '@/design/Button'
import { EmptyState, ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { AskSheet } from './AskSheet'
import { ContactRows } from './ContactRows'
import { ContactsDocument } from './documents'

type Data = ResultOf<typeof ContactsDocument>

/** People one knows from a class or a club and who agreed. No search, no list of people, no messages. */
export default function ContactsScreen() {
  const { t } = useLingui()
  const { data, loading, failed, reload } = useRead(ContactsDocument)
  return (
    <Screen title={t`Contacts`} back="/profile">
      {loading && <Skeleton />}
      {failed && (
        <ErrorState title={<Trans>Your contacts could not be read</Trans>} onRetry={reload}>
          <Trans>Nothing is lost. Look again in a moment.</Trans>
        </ErrorState>
      )}
      {data && <Content data={data} />}
    </Screen>
  )
}

function Content({ data }: { data: Data }) {
  const [asking, setAsking] = useState(false)
  const groups = data.me?.groups ?? []
  const { contacts } = data
  const ask = groups.length > 0 && (
    <Button look={contacts.kept.length > 0 ? 'quiet' : 'primary'} onClick={() => setAsking(true)}>
      <UserRoundPlus aria-hidden="true" size={20} />
      <Trans>Ask somebody</Trans>
    </Button>
  )
  return (
    <>
      <ContactRows what="asking" rows={contacts.asking} heading={<Trans>They ask you</Trans>} />
      {contacts.kept.length === 0 && contacts.asking.length === 0 && contacts.waiting.length === 0 ? (
        <EmptyState title={<Trans>You keep no contacts yet</Trans>} action={ask}>
          <Trans>
            Ask somebody of your class or club. When they agree, you both keep the contact, also after you
            change classes.
          </Trans>
        </EmptyState>
      ) : (
        <>
          <ContactRows what="kept" rows={contacts.kept} heading={<Trans>My contacts</Trans>} />
          <ContactRows what="waiting" rows={contacts.waiting} heading={<Trans>You asked</Trans>} />
          <div>{ask}</div>
        </>
      )}
      <p className="quiet">
        <Trans>
          Only the two of you see a contact: not your teachers, not your class. Either of you can end it, and
          nobody is told who said no. An unanswered question disappears after 30 days.
        </Trans>
      </p>
      {asking && <AskSheet groups={groups} onClose={() => setAsking(false)} />}
    </>
  )
}
