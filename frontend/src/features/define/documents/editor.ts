import { PaletteToChoose, ProblemInWords, SymbolToChoose } from '@/api/fragments'
import { graphql } from '@/api/graphql'

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
      pictureHints
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
          picture
          author
          licence
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
        resultScale {
          kind
          values
          least
          most
          required
        }
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
          ...PaletteToChoose
        }
        symbols {
          ...SymbolToChoose
        }
      }
    }
  `,
  [WholeDraft, PaletteToChoose, SymbolToChoose],
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

export const AddBadgePicture = graphql(
  `
    mutation AddBadgePicture($draftId: ID!, $uploadId: ID!, $revision: Int!, $key: ID) {
      addBadgePicture(draftId: $draftId, uploadId: $uploadId, revision: $revision, key: $key) {
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
