import { type ComponentType, lazy } from 'react'
import { addTexts } from '@/i18n/activate'
import { featureCatalogues } from './catalogues'

/** Screens that every role has; each part brings its own texts when it is first opened. */
const withTexts = (feature: string, load: () => Promise<{ default: ComponentType }>) =>
  lazy(async () => {
    const [screens] = await Promise.all([load(), addTexts(featureCatalogues(feature))])
    return screens
  })

export const SHARED_SCREENS = [
  { path: '/me', Screens: withTexts('me', () => import('@/features/me/MeScreen')) },
  { path: '/profile/*?', Screens: withTexts('profile', () => import('@/features/profile/index')) },
  { path: '/desk/*?', Screens: withTexts('desk', () => import('@/features/desk/index')) },
  { path: '/define/*?', Screens: withTexts('define', () => import('@/features/define/index')) },
  { path: '/events/*?', Screens: withTexts('events', () => import('@/features/events/index')) },
  { path: '/issuers/*?', Screens: withTexts('issuers', () => import('@/features/issuers/index')) },
  { path: '/clubs/*?', Screens: withTexts('clubs', () => import('@/features/clubs/index')) },
  { path: '/given/*?', Screens: withTexts('afterwards', () => import('@/features/afterwards/index')) },
  {
    path: '/applications/*?',
    Screens: withTexts('applications', () => import('@/features/applications/index')),
  },
  { path: '/offers/*?', Screens: withTexts('offers', () => import('@/features/offers/index')) },
  {
    path: '/presentations/*?',
    Screens: withTexts('presentation', () => import('@/features/presentation/index')),
  },
  {
    path: '/lead/*?',
    Screens: withTexts('leader', async () => ({
      default: (await import('@/features/leader/index')).default.Routes,
    })),
  },
]
