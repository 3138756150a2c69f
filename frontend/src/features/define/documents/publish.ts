import { ProblemInWords } from '@/api/fragments'
import { graphql } from '@/api/graphql'
import { WordByWord } from './difference'

export const DraftToPublish = graphql(
  `
    query DraftToPublish($draftId: ID!) {
      badgeDraft(draftId: $draftId) {
        id
        achievementId
        revision
        number
        published
        preview
        obstacle
        checklist {
          code
          title
          why
          done
          required
          section
        }
      }
      draftChanges(draftId: $draftId) {
        ...WordByWord
      }
    }
  `,
  [WordByWord],
)

export const PublishDraft = graphql(
  `
    mutation PublishDraft($draftId: ID!, $revision: Int!, $key: ID) {
      publishDraft(draftId: $draftId, revision: $revision, key: $key) {
        number
        path
        achievementId
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const DiscardDraft = graphql(
  `
    mutation DiscardDraft($draftId: ID!, $key: ID) {
      discardDraft(draftId: $draftId, key: $key) {
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)
