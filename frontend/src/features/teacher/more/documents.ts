import { graphql } from '@/api/graphql'

export const WhatIMayDo = graphql(`
  query WhatIMayDo {
    me {
      id
      may
    }
    myDefining {
      id
    }
  }
`)

/** How much waits for a coordinator's word; nothing for anybody else. */
export const DeskWaits = graphql(`
  query DeskWaits {
    deskWaits
  }
`)
