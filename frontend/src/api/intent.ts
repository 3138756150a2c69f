import type { UploadSlot } from './uploadSlots'

/** One thing a person wanted done. Its key makes it safe to send twice. */
export type Intent = {
  key: string
  document: string
  variables: Record<string, unknown>
  uploads: UploadSlot[]
  /** Moment of the tap, ISO. */
  at: string
}
