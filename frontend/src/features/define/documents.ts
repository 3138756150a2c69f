import { ProblemInWords } from '@/api/fragments'
import { graphql } from '@/api/graphql'

export const MyDefining = graphql(`
  query MyDefining {
    myDefining {
      id
      name
      standingLabel
      mayPublishMicrocredentials
      closed
    }
  }
`)

export const DescribedBadges = graphql(`
  query DescribedBadges($issuerId: ID!, $words: String, $state: String, $after: ID) {
    describedBadges(issuerId: $issuerId, words: $words, state: $state, limit: 30, after: $after) {
      items {
        achievementId
        draftId
        name
        kindLabel
        state
        stateLabel
        number
        lacking
        picture
        path
        editedAt
      }
      next
    }
  }
`)

export const CopyableBadges = graphql(`
  query CopyableBadges($issuerId: ID!, $words: String) {
    copyableBadges(issuerId: $issuerId, words: $words) {
      id
      name
      kind
      issuerName
    }
  }
`)

export const RequirableBadges = graphql(`
  query RequirableBadges($draftId: ID!, $words: String) {
    requirableBadges(draftId: $draftId, words: $words) {
      id
      slug
      name
      kind
      issuerName
    }
  }
`)

const InThree = graphql(`
  fragment InThree on Words @_unmask {
    pl
    en
    uk
  }
`)

/** A draft with all that it says. */
export const WholeDraft = graphql(
  `
    fragment WholeDraft on BadgeDraft @_unmask {
      id
      achievementId
      kind
      kindLabel
      revision
      editedAt
      editedBy
      number
      published
      drawing
      preview
      credit
      obstacle
      issuer {
        id
        name
        closed
      }
      checklist {
        code
        title
        why
        done
        required
        section
      }
      description {
        name {
          ...InThree
        }
        description {
          ...InThree
        }
        art {
          shape
          palette
          symbol
          ribbon
        }
        artAlt {
          ...InThree
        }
        activities {
          name {
            ...InThree
          }
          type
          description {
            ...InThree
          }
          place {
            ...InThree
          }
          organiser {
            ...InThree
          }
          conditions {
            ...InThree
          }
          date
          link
        }
        learningOutcomes {
          id
          text {
            ...InThree
          }
          criteria {
            ...InThree
          }
        }
        assessmentMethods
        identityCheck
        otherConditions {
          ...InThree
        }
        assessorNote {
          ...InThree
        }
        workloadHours
        ects
        participationForm
        participationNote {
          ...InThree
        }
        howToEarn {
          ...InThree
        }
        frameworkReference {
          pqf
          eqf
        }
        validityMonths
        requires {
          allOf
          count
          someOf
        }
        evidenceTypes
        teamEvidence
        sensitivity
        feedbackExamples {
          ...InThree
        }
        qualityAssurance {
          ...InThree
        }
        costAmount
        accessibility {
          ...InThree
        }
        tags
        schoolTypes
        curriculum
      }
    }
  `,
  [InThree],
)

export const BadgeDraftDocument = graphql(
  `
    query BadgeDraft($draftId: ID!) {
      badgeDraft(draftId: $draftId) {
        ...WholeDraft
        required {
          slug
          name
          kind
          issuerName
        }
      }
      editorChoices {
        sections {
          code
          label
        }
        parts {
          name
          form
          section
          label
          limit
          most
        }
        options {
          part
          code
          label
        }
        activityTypes {
          code
          label
        }
        shapes {
          code
          label
        }
        ribbons {
          code
          label
        }
        palettes {
          code
          label
          rim
          field
          ink
          paper
        }
        symbols {
          code
          label
          path
        }
      }
    }
  `,
  [WholeDraft],
)

export const BeginBadge = graphql(
  `
    mutation BeginBadge($issuerId: ID!, $kind: String!, $name: String!, $key: ID) {
      beginBadge(issuerId: $issuerId, kind: $kind, name: $name, key: $key) {
        draft {
          id
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const CopyBadge = graphql(
  `
    mutation CopyBadge($issuerId: ID!, $sourceId: ID!, $key: ID) {
      copyBadge(issuerId: $issuerId, sourceId: $sourceId, key: $key) {
        draft {
          id
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const OpenBadge = graphql(
  `
    mutation OpenBadge($achievementId: ID!, $key: ID) {
      openBadge(achievementId: $achievementId, key: $key) {
        draft {
          id
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const SaveDraft = graphql(
  `
    mutation SaveDraft($draftId: ID!, $revision: Int!, $changes: DescriptionInput!, $key: ID) {
      saveDraft(draftId: $draftId, revision: $revision, changes: $changes, key: $key) {
        draft {
          ...WholeDraft
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [WholeDraft, ProblemInWords],
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

const WordByWord = graphql(`
  fragment WordByWord on DescriptionChange @_unmask {
    part
    label
    language
    pieces
  }
`)

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

const PastOfBadge = graphql(`
  fragment PastOfBadge on BadgeHistory @_unmask {
    name
    issuerId
    path
    draftId
    withdrawn
    versions {
      number
      publishedAt
      current
      path
      awarded
    }
    withdrawals {
      reason
      withdrawnAt
      restoredAt
    }
  }
`)

export const BadgeHistory = graphql(
  `
    query BadgeHistory($achievementId: ID!) {
      badgeHistory(achievementId: $achievementId) {
        ...PastOfBadge
      }
    }
  `,
  [PastOfBadge],
)

export const VersionDifference = graphql(
  `
    query VersionDifference($achievementId: ID!, $older: Int!, $newer: Int!) {
      versionDifference(achievementId: $achievementId, older: $older, newer: $newer) {
        ...WordByWord
      }
    }
  `,
  [WordByWord],
)

export const WithdrawBadge = graphql(
  `
    mutation WithdrawBadge($achievementId: ID!, $reason: String!, $key: ID) {
      withdrawBadge(achievementId: $achievementId, reason: $reason, key: $key) {
        history {
          ...PastOfBadge
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [PastOfBadge, ProblemInWords],
)

export const RestoreBadge = graphql(
  `
    mutation RestoreBadge($achievementId: ID!, $key: ID) {
      restoreBadge(achievementId: $achievementId, key: $key) {
        history {
          ...PastOfBadge
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [PastOfBadge, ProblemInWords],
)
