import type { FactTable } from '@/live/facts'

const CONTACTS = ['Contacts', 'ContactFaces', 'Profile']

/** Which screens of the profile each fact may have changed. */
export const facts: FactTable = {
  'portfolio.ContactAsked': CONTACTS,
  'portfolio.ContactAgreed': CONTACTS,
  'portfolio.ContactsChanged': CONTACTS,
  'portfolio.ProfileChanged': ['Profile', 'SkillsMap'],
  'portfolio.DataGathered': ['KeptData'],
  'credentials.CredentialsAwarded': ['Profile', 'SkillsMap'],
  'credentials.AwardUndone': ['Profile', 'SkillsMap'],
}
