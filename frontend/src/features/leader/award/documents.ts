import { ProblemInWords } from '@/api/fragments'
import { graphql } from '@/api/graphql'

export const RecogniseDocument = graphql(`
  query Recognise($groupId: ID!, $achievementId: ID) {
    recogniseScreen(groupId: $groupId, achievementId: $achievementId) {
      groupId
      groupName
      achievementId
      recent {
        id
        name
        kind
        art {
          svgUrl
        }
      }
      all {
        id
        name
        kind
        art {
          svgUrl
        }
      }
      people {
        id
        name
        initials
        here
        has
      }
      event {
        id
        title
        startsAt
        endsAt
      }
    }
  }
`)

export const RecogniseMembers = graphql(
  `
    mutation RecogniseMembers(
      $groupId: ID!
      $achievementId: ID!
      $userIds: [ID!]!
      $note: String
      $pictureId: ID
      $eventId: ID
      $key: ID
    ) {
      recogniseMembers(
        groupId: $groupId
        achievementId: $achievementId
        userIds: $userIds
        note: $note
        pictureId: $pictureId
        eventId: $eventId
        key: $key
      ) {
        batchId
        people
        undoUntil
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const UndoRecognition = graphql(
  `
    mutation UndoRecognition($batchId: ID!, $key: ID) {
      undoAward(batchId: $batchId, key: $key) {
        batchId
        cancelled
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const PrintClaimCodes = graphql(
  `
    mutation PrintClaimCodes($groupId: ID!, $achievementId: ID!, $count: Int!, $note: String, $key: ID) {
      printClaimCodes(
        groupId: $groupId
        achievementId: $achievementId
        count: $count
        note: $note
        key: $key
      ) {
        printUrl
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)
