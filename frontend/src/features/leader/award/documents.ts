import { ProblemInWords } from '@/api/fragments'
import { graphql } from '@/api/graphql'

export const RecogniseDocument = graphql(`
  query Recognise($groupId: ID!, $achievementId: ID) {
    myNotices {
      id
      line
    }
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
      $at: DateTime
      $key: ID
    ) {
      recogniseMembers(
        groupId: $groupId
        achievementId: $achievementId
        userIds: $userIds
        note: $note
        pictureId: $pictureId
        eventId: $eventId
        at: $at
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

/** Sheets that still work: what is on them, never the codes. */
export const ClaimSheets = graphql(`
  query ClaimSheets($groupId: ID!) {
    claimSheets(groupId: $groupId) {
      id
      badgeName
      madeAt
      open
      printed
    }
  }
`)

export const EndClaimSheet = graphql(
  `
    mutation EndClaimSheet($groupId: ID!, $sheetId: ID!, $key: ID) {
      endClaimSheet(groupId: $groupId, sheetId: $sheetId, key: $key) {
        ended
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)
