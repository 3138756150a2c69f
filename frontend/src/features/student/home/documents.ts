import { graphql } from '@/api/graphql'

const BadgeInBrief = graphql(`
  fragment BadgeInBrief on Badge @_unmask {
    id
    name
    description
    kind
    state
    awardedAt
    awardedBy
    issuerName
    note
    art {
      svgUrl
      alt
    }
  }
`)

/** For who is in no class or club: the issuers they work for. */
export const IssuersOfMine = graphql(`
  query IssuersOfMine {
    myIssuers {
      mayStart
      issuers {
        id
        name
        line
      }
    }
  }
`)

/** The first screen, and what every screen of a student watches: celebrations and the notice of the first sign-in. */
export const StudentHome = graphql(
  `
    query StudentHome {
      me {
        id
        givenName
        celebrations
        noticeSeen
      }
      studentHome {
        groups {
          id
          name
          role
          schoolName
        }
        next {
          enrollmentId
          stepId
          pathTitle
          stepTitle
          state
          line
        }
        paths {
          enrollmentId
          title
          done
          of
          completed
        }
        latestBadges {
          ...BadgeInBrief
        }
        badgeCount
        near {
          achievement {
            id
            name
            art {
              outlineUrl
            }
          }
          stepsLeft
          enrollmentId
          stepId
        }
        celebrations {
          ...BadgeInBrief
        }
        notices {
          id
          line
          at
        }
      }
    }
  `,
  [BadgeInBrief],
)
