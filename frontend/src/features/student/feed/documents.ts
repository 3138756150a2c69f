import { graphql } from '@/api/graphql'

export const ClassFeed = graphql(`
  query ClassFeed($groupId: ID!, $limit: Int, $after: ID) {
    classFeed(groupId: $groupId, limit: $limit, after: $after) {
      items {
        id
        at
        icon
        line
        fact
      }
      next
      together {
        pathId
        title
        done
        of
      }
    }
  }
`)
