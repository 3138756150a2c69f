import { BadgeFace, ProblemInWords } from '@/api/fragments'
import { graphql } from '@/api/graphql'

const EventInBrief = graphql(
  `
    fragment EventInBrief on EventCard @_unmask {
      id
      title
      kindLabel
      startsAt
      endsAt
      form
      placeName
      town
      cancelled
      visibility
      groupId
      organiser
      capacity
      going
      mine
      attended
      badge {
        ...BadgeFace
      }
      mayManage
      checkInOpen
      publicUrl
    }
  `,
  [BadgeFace],
)

/** The list, and for which groups the person may plan. */
export const MyEvents = graphql(
  `
    query MyEvents {
      me {
        id
        groups {
          id
          name
          role
        }
      }
      myEvents(limit: 50) {
        items {
          ...EventInBrief
        }
        next
      }
    }
  `,
  [EventInBrief],
)

export const GroupEvents = graphql(
  `
    query GroupEvents($groupId: ID!) {
      me {
        id
        groups {
          id
          name
          role
        }
      }
      coming: groupEvents(groupId: $groupId, limit: 50) {
        items {
          ...EventInBrief
        }
      }
      past: groupEvents(groupId: $groupId, past: true, limit: 20) {
        items {
          ...EventInBrief
        }
      }
    }
  `,
  [EventInBrief],
)

const EventInFull = graphql(
  `
    fragment EventInFull on EventDetail @_unmask {
      card {
        ...EventInBrief
      }
      description
      address
      onlineUrl
      accessibility {
        code
        label
      }
      ageMin
      ageMax
      needsConsent
      signUp
      placesLeft
      waiting
      badges {
        achievement {
          ...BadgeFace
        }
        line
      }
      seriesDates
      cancellationReason
      checkInFrom
      checkInUntil
      lateClaim
      mayClaimLate
      icsUrl
      posterUrl
      projectorUrl
      hasTeams
    }
  `,
  [BadgeFace, EventInBrief],
)

export const EventScreenDocument = graphql(
  `
    query EventScreen($id: ID!) {
      event(id: $id) {
        ...EventInFull
      }
    }
  `,
  [EventInFull],
)

/** What a form for this group offers, and which badge the group was given lately. */
export const EventFormDocument = graphql(
  `
    query EventForm($groupId: ID!) {
      eventForm(groupId: $groupId) {
        groupId
        groupName
        kinds {
          code
          label
        }
        places {
          id
          name
          town
        }
        voivodeships {
          code
          label
        }
        accessibility {
          code
          label
        }
        badges {
          ...BadgeFace
        }
        groups {
          id
          name
        }
        mayBePublic
      }
      past: groupEvents(groupId: $groupId, past: true, limit: 10) {
        items {
          id
          badge {
            id
          }
        }
      }
    }
  `,
  [BadgeFace],
)

export const EventToChange = graphql(`
  query EventToChange($id: ID!) {
    event(id: $id) {
      card {
        id
        groupId
        startsAt
        endsAt
        cancelled
      }
      values {
        title
        description
        kind
        form
        visibility
        signUp
        placeId
        onlineUrl
        capacity
        ageMin
        ageMax
        needsConsent
        invitedGroupIds
        invitedUserIds
        achievementId
        badgeCount
      }
      seriesDates
    }
  }
`)

export const PlanEvent = graphql(
  `
    mutation PlanEvent($groupId: ID!, $event: EventInput!, $key: ID) {
      planEvent(groupId: $groupId, event: $event, key: $key) {
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

export const ChangeEvent = graphql(
  `
    mutation ChangeEvent($eventId: ID!, $event: EventInput!, $following: Boolean, $key: ID) {
      changeEvent(eventId: $eventId, event: $event, following: $following, key: $key) {
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

export const CancelEvent = graphql(
  `
    mutation CancelEvent($eventId: ID!, $reason: String, $wholeSeries: Boolean, $key: ID) {
      cancelEvent(eventId: $eventId, reason: $reason, wholeSeries: $wholeSeries, key: $key) {
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

export const SignUp = graphql(
  `
    mutation SignUp($eventId: ID!, $key: ID) {
      signUp(eventId: $eventId, key: $key) {
        event {
          card {
            id
            mine
          }
        }
        consentUrl
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const WithdrawSignUp = graphql(
  `
    mutation WithdrawSignUp($eventId: ID!, $key: ID) {
      withdrawSignUp(eventId: $eventId, key: $key) {
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

export const CheckInByCode = graphql(
  `
    mutation CheckInByCode($code: String!, $key: ID) {
      checkInByCode(code: $code, key: $key) {
        event {
          id
          title
          badge {
            ...BadgeFace
          }
        }
        already
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [BadgeFace, ProblemInWords],
)

export const CheckInByDigits = graphql(
  `
    mutation CheckInByDigits($eventId: ID!, $digits: String!, $key: ID) {
      checkInByDigits(eventId: $eventId, digits: $digits, key: $key) {
        event {
          id
          title
          badge {
            ...BadgeFace
          }
        }
        already
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [BadgeFace, ProblemInWords],
)

export const ClaimLate = graphql(
  `
    mutation ClaimLate($eventId: ID!, $note: String, $key: ID) {
      claimLate(eventId: $eventId, note: $note, key: $key) {
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

export const MyCode = graphql(`
  query MyCheckInCode {
    myCheckInCode {
      code
      svg
    }
  }
`)
