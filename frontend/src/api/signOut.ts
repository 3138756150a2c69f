import { csrfToken } from './csrf'
import { wipeDevice } from './wipeDevice'

/** Wipes first, so that a phone that loses the network in between keeps nothing, then ends the session by a form. */
export async function signOut(): Promise<void> {
  await wipeDevice()
  const form = document.createElement('form')
  form.method = 'post'
  form.action = '/sign-out/'
  const token = document.createElement('input')
  token.type = 'hidden'
  token.name = 'csrfmiddlewaretoken'
  token.value = csrfToken()
  form.append(token)
  document.body.append(form)
  form.submit()
}

let going = false

/** The server no longer knows this session: nothing of it may stay, then to the sign-in page and back. */
export async function goToSignIn(): Promise<void> {
  if (going) return
  going = true
  await wipeDevice()
  location.assign(`/sign-in/?next=${encodeURIComponent(location.pathname)}`)
}
