import { type ComponentType, lazy } from 'react'
import { facts as clubFacts } from '@/features/clubs/facts'
import { facts as deskFacts } from '@/features/desk/facts'
import { facts as eventFacts } from '@/features/events/facts'
import { facts as leaderFacts } from '@/features/leader/facts'
import { facts as profileFacts } from '@/features/profile/facts'
import { addTexts } from '@/i18n/activate'
import type { FactTable } from '@/live/facts'
import { featureCatalogues } from './catalogues'

/** Screens that every role has; each part brings its own texts when it is first opened. */
const withTexts = (feature: string, load: () => Promise<{ default: ComponentType }>) =>
  lazy(async () => {
    const [screens] = await Promise.all([load(), addTexts(featureCatalogues(feature))])
    return screens
  })

/** Facts of screens that few people open come along with them: until then there is nothing to ask again. */
const withFacts = (screens: Promise<{ default: ComponentType }>, facts: Promise<{ facts: FactTable }>) =>
  Promise.all([screens, facts]).then(([found, { facts }]) => {
    if (!SHARED_FACTS.includes(facts)) SHARED_FACTS.push(facts)
    return found
  })

export const SHARED_SCREENS = [
  { path: '/me', Screens: withTexts('me', () => import('@/features/me/MeScreen')) },
  { path: '/profile/*?', Screens: withTexts('profile', () => import('@/features/profile/index')) },
  { path: '/desk/*?', Screens: withTexts('desk', () => import('@/features/desk/index')) },
  {
    path: '/define/*?',
    Screens: withTexts('define', () =>
      withFacts(import('@/features/define/index'), import('@/features/define/facts')),
    ),
  },
  { path: '/events/*?', Screens: withTexts('events', () => import('@/features/events/index')) },
  {
    path: '/issuers/*?',
    Screens: withTexts('issuers', () =>
      withFacts(import('@/features/issuers/index'), import('@/features/issuers/facts')),
    ),
  },
  { path: '/clubs/*?', Screens: withTexts('clubs', () => import('@/features/clubs/index')) },
  { path: '/given/*?', Screens: withTexts('afterwards', () => import('@/features/afterwards/index')) },
  {
    path: '/applications/*?',
    Screens: withTexts('applications', () =>
      withFacts(import('@/features/applications/index'), import('@/features/applications/facts')),
    ),
  },
  {
    path: '/offers/*?',
    Screens: withTexts('offers', () =>
      withFacts(import('@/features/offers/index'), import('@/features/offers/facts')),
    ),
  },
  {
    path: '/presentations/*?',
    Screens: withTexts('presentation', () =>
      withFacts(import('@/features/presentation/index'), import('@/features/presentation/facts')),
    ),
  },
  {
    path: '/lead/*?',
    Screens: withTexts('leader', async () => ({
      default: (await import('@/features/leader/index')).default.Routes,
    })),
  },
]

export const SHARED_FACTS: FactTable[] = [eventFacts, clubFacts, leaderFacts, deskFacts, profileFacts]
