import { wipeDevice } from '../src/api/wipeDevice'

/**
 * The sign-in page (`<body data-signed-out>`) is the last chance on a shared school computer: if the last person's
 * session ended without signing out, what the app kept of that person goes now.
 */
export async function forgetLastPerson(): Promise<void> {
  if ('signedOut' in document.body.dataset && localStorage.getItem('kotylion.person')) await wipeDevice()
}
