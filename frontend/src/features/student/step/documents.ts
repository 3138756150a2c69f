import { BadgeFace, ProblemInWords } from '@/api/fragments'
import { graphql } from '@/api/graphql'

/** One step in full; every mutation answers it again as it is afterwards. */
const StepFields = graphql(
  `
    fragment StepFields on StepDetail @_unmask {
      enrollmentId
      pathTitle
      node {
        id
        kind
        kindLabel
        title
        state
        required
        team
        chosenTitle
        badge {
          id
          name
          kind
          art {
            svgUrl
            outlineUrl
          }
        }
      }
      description
      why
      example
      estimatedHours
      verifiedBy
      needsTopic
      evidenceKinds
      sensitivity
      whoSees
      keptUntil
      choices {
        achievement {
          ...BadgeFace
        }
        description
        howToEarn
        workloadHours
        taken
        chosen
      }
      outcomes {
        text
        criteria
      }
      quiz {
        id
        text
        kind
        options {
          id
          text
        }
      }
      submission {
        id
        state
        topic
        reflection
        hint
        hintFrom
        evidence {
          id
          kind
          text
          url
          mediaUrl
          size
          createdAt
          purged
        }
        changedAt
        maySubmit
        mayWithdraw
      }
      credentialId
      nextStepId
    }
  `,
  [BadgeFace],
)

export const Step = graphql(
  `
    query Step($enrollmentId: ID!, $stepId: ID!) {
      step(enrollmentId: $enrollmentId, stepId: $stepId) {
        ...StepFields
      }
    }
  `,
  [StepFields],
)

export const ChooseAction = graphql(
  `
    mutation ChooseAction($enrollmentId: ID!, $stepId: ID!, $achievementId: ID!, $key: ID) {
      chooseAction(
        enrollmentId: $enrollmentId
        stepId: $stepId
        achievementId: $achievementId
        key: $key
      ) {
        step {
          ...StepFields
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords, StepFields],
)

export const ProposeTopic = graphql(
  `
    mutation ProposeTopic($enrollmentId: ID!, $stepId: ID!, $topic: String!, $key: ID) {
      proposeTopic(enrollmentId: $enrollmentId, stepId: $stepId, topic: $topic, key: $key) {
        step {
          ...StepFields
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords, StepFields],
)

export const HandIn = graphql(
  `
    mutation HandIn(
      $enrollmentId: ID!
      $stepId: ID!
      $evidence: [EvidenceInput!]!
      $reflection: String
      $key: ID
    ) {
      handIn(
        enrollmentId: $enrollmentId
        stepId: $stepId
        evidence: $evidence
        reflection: $reflection
        key: $key
      ) {
        step {
          ...StepFields
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords, StepFields],
)

export const WithdrawEvidence = graphql(
  `
    mutation WithdrawEvidence($enrollmentId: ID!, $stepId: ID!, $evidenceId: ID!, $key: ID) {
      withdrawEvidence(
        enrollmentId: $enrollmentId
        stepId: $stepId
        evidenceId: $evidenceId
        key: $key
      ) {
        step {
          ...StepFields
        }
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords, StepFields],
)

export const ConfirmStep = graphql(
  `
    mutation ConfirmStep($enrollmentId: ID!, $stepId: ID!, $answers: JSON, $key: ID) {
      confirmStep(enrollmentId: $enrollmentId, stepId: $stepId, answers: $answers, key: $key) {
        step {
          ...StepFields
        }
        results {
          questionId
          right
          explanation
        }
        passed
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords, StepFields],
)
