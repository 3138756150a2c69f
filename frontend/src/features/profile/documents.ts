import { ProblemInWords } from '@/api/fragments'
import { graphql } from '@/api/graphql'

/** What the person has, works on and says of themselves. */
export const ProfileDocument = graphql(`
  query Profile {
    me {
      id
      givenName
      familyName
      nickname
    }
    profile {
      held {
        kind
        label
        count
      }
      newest {
        id
        name
        awardedAt
        art {
          svgUrl
        }
      }
      languages {
        code
        name
        level
        levelLabel
      }
      asking
    }
    myPaths {
      enrollmentId
      title
      done
      of
      completed
      next {
        id
        title
      }
    }
  }
`)

export const LanguageChoices = graphql(`
  query LanguageChoices {
    languageChoices {
      languages {
        code
        label
      }
      levels {
        code
        label
      }
    }
  }
`)

export const SpeakLanguage = graphql(
  `
    mutation SpeakLanguage($code: String!, $level: String!, $key: ID) {
      speakLanguage(code: $code, level: $level, key: $key) {
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const ForgetLanguage = graphql(
  `
    mutation ForgetLanguage($code: String!, $key: ID) {
      forgetLanguage(code: $code, key: $key) {
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

const References = graphql(`
  fragment References on SkillReference @_unmask {
    code
    title
    url
    framework
  }
`)

export const SkillsMap = graphql(
  `
    query SkillsMap {
      skillsMap {
        layers {
          code
          label
        }
        areas {
          code
          name
          counts
          esco {
            ...References
          }
        }
        terms {
          label
          counts
        }
        skills {
          id
          text
          area
          layer
          since
          badgeId
          badgeName
          curriculum
        }
        curriculum {
          ...References
        }
        allAreas {
          code
          label
        }
      }
    }
  `,
  [References],
)

export const SaySkill = graphql(
  `
    mutation SaySkill($text: String!, $area: String!, $key: ID) {
      saySkill(text: $text, area: $area, key: $key) {
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const UnsaySkill = graphql(
  `
    mutation UnsaySkill($skillId: ID!, $key: ID) {
      unsaySkill(skillId: $skillId, key: $key) {
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

const ContactRow = graphql(`
  fragment ContactRow on Contact @_unmask {
    id
    name
    groupName
    since
  }
`)

export const ContactsDocument = graphql(
  `
    query Contacts {
      me {
        id
        groups {
          id
          name
        }
      }
      contacts {
        kept {
          ...ContactRow
        }
        asking {
          ...ContactRow
        }
        waiting {
          ...ContactRow
        }
      }
    }
  `,
  [ContactRow],
)

export const ContactFaces = graphql(`
  query ContactFaces($groupId: ID!) {
    contactFaces(groupId: $groupId) {
      groupName
      faces {
        id
        name
        asked
      }
    }
  }
`)

export const AskContact = graphql(
  `
    mutation AskContact($groupId: ID!, $personId: ID!, $key: ID) {
      askContact(groupId: $groupId, personId: $personId, key: $key) {
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const AnswerContact = graphql(
  `
    mutation AnswerContact($contactId: ID!, $agree: Boolean!, $key: ID) {
      answerContact(contactId: $contactId, agree: $agree, key: $key) {
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const RemoveContact = graphql(
  `
    mutation RemoveContact($contactId: ID!, $key: ID) {
      removeContact(contactId: $contactId, key: $key) {
        errors {
          ...ProblemInWords
        }
      }
    }
  `,
  [ProblemInWords],
)

export const KeptDataDocument = graphql(`
  query KeptData {
    keptData {
      topics {
        code
        label
      }
      ask
      archive {
        id
        askedAt
        done
        parts
        ready
        size
        keptUntil
        url
      }
    }
  }
`)

export const CollectMyData = graphql(
  `
    mutation CollectMyData($key: ID) {
      collectMyData(key: $key) {
        archive {
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
