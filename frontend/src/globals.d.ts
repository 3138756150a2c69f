/** True in development and in builds made with GALLERY=1: the page of all components exists. */
declare const __GALLERY__: boolean
/** Addresses the service worker keeps, with the hash of the build. Replaced when it is built. */
declare const __PRECACHE__: { version: string; shell: string; files: string[] }

declare module '*.po' {
  export const messages: import('@lingui/core').Messages
}
