import { BadgeFace, ProblemInWords } from '@/api/fragments'
import { graphql } from '@/api/graphql'

export const DoorScreenDocument = graphql(
  `
    query DoorScreen($eventId: ID!) {
      checkInScreen(eventId: $eventId) {
        event {
          id
          title
          startsAt
          endsAt
          groupId
          cancelled
          mayManage
          badge {
            ...BadgeFace
          }
        }
        people {
          id
          name
          here
          at
          method
          signUp
        }
        here
        expected
        open
        opensAt
        closesAt
        lateClaims {
          id
          name
          note
          askedAt
        }
      }
      event(id: $eventId) {
        projectorUrl
        hasTeams
      }
    }
  `,
  [BadgeFace],
)

export const CheckInPeople = graphql(
  `
    mutation CheckInPeople($eventId: ID!, $userIds: [ID!]!, $at: DateTime, $key: ID) {
      checkInPeople(eventId: $eventId, userIds: $userIds, at: $at, key: $key) {
        checkedIn
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const UndoCheckIn = graphql(
  `
    mutation UndoCheckIn($eventId: ID!, $userId: ID!, $key: ID) {
      undoCheckIn(eventId: $eventId, userId: $userId, key: $key) {
        screen {
          here
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const CheckInByPersonalCode = graphql(
  `
    mutation CheckInByPersonalCode($eventId: ID!, $code: String!, $at: DateTime, $key: ID) {
      checkInByPersonalCode(eventId: $eventId, code: $code, at: $at, key: $key) {
        name
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const DecideLateClaim = graphql(
  `
    mutation DecideLateClaim($claimId: ID!, $accept: Boolean!, $key: ID) {
      decideLateClaim(claimId: $claimId, accept: $accept, key: $key) {
        screen {
          here
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const PrintedCodes = graphql(`
  query PrintedCodes($id: ID!) {
    event(id: $id) {
      card {
        id
        title
        going
      }
      checkInFrom
      checkInUntil
      printedCodes {
        id
        validFrom
        validUntil
        cap
        used
        ended
      }
    }
  }
`)

export const MakePrintedCode = graphql(
  `
    mutation MakePrintedCode(
      $eventId: ID!
      $cap: Int!
      $validFrom: DateTime!
      $validUntil: DateTime!
      $key: ID
    ) {
      makePrintedCode(eventId: $eventId, cap: $cap, validFrom: $validFrom, validUntil: $validUntil, key: $key) {
        printUrl
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const EndPrintedCode = graphql(
  `
    mutation EndPrintedCode($codeId: ID!, $key: ID) {
      endPrintedCode(codeId: $codeId, key: $key) {
        event {
          card {
            id
          }
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)
