import { PaletteToChoose, ProblemInWords, SymbolToChoose } from '@/api/fragments'
import { graphql } from '@/api/graphql'

export const DesignerChoices = graphql(
  `
    query DesignerChoices($groupId: ID!) {
      badgeDesigner(groupId: $groupId) {
        shapes {
          code
          label
          layers {
            path
            colour
            opacity
          }
          symbolX
          symbolY
          symbolScale
        }
        palettes {
          ...PaletteToChoose
        }
        symbols {
          ...SymbolToChoose
        }
        examples {
          name
          criterion
          symbol
          palette
        }
        left
      }
    }
  `,
  [PaletteToChoose, SymbolToChoose],
)

export const DesignedBadge = graphql(`
  query DesignedBadge($achievementId: ID!) {
    clubBadge(achievementId: $achievementId) {
      achievement {
        id
        name
      }
      groupId
      description
      criterion
      shape
      palette
      symbol
      nominationsNeeded
      mayChange
    }
  }
`)

export const MakeClubBadge = graphql(
  `
    mutation MakeClubBadge($groupId: ID!, $badge: ClubBadgeInput!, $key: ID) {
      makeClubBadge(groupId: $groupId, badge: $badge, key: $key) {
        badge {
          achievement {
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

export const ChangeClubBadge = graphql(
  `
    mutation ChangeClubBadge($achievementId: ID!, $badge: ClubBadgeInput!, $key: ID) {
      changeClubBadge(achievementId: $achievementId, badge: $badge, key: $key) {
        badge {
          achievement {
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
