import { Trans } from '@lingui/react/macro'
import { Link } from '@/design/Link'

/** What is kept, who sees it, for how long: in plain words, where the person looks for it. */
export function KeptData() {
  return (
    <section className="card">
      <h2>
        <Trans>My data</Trans>
      </h2>
      <div className="prose">
        <p>
          <Trans>
            The portal keeps your name, your class, the steps you have done, your work and your badges. Your
            teachers and your class see your name; your work is seen only by you and the person who assesses
            it.
          </Trans>
        </p>
        <p>
          <Trans>
            Work that may reveal views or belief is deleted 90 days after the decision, other work 30 days
            after the school year. Badges stay yours.
          </Trans>
        </p>
        <p>
          <Trans>
            Nobody outside sees anything until you share it. Ask your teacher or the school to see, correct or
            delete your data.
          </Trans>
        </p>
        <p>
          <Link to="/profile/data">
            <Trans>What is kept about me, in one file</Trans>
          </Link>
        </p>
      </div>
    </section>
  )
}
