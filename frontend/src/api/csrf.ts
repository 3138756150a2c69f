/** Django's token from its cookie (`__Host-csrf` in production); the header `X-CSRFToken` repeats it. */
export function csrfToken(cookies: string = document.cookie): string {
  return /(?:^|;\s*)(?:__Host-csrf|csrftoken)=([^;]+)/.exec(cookies)?.[1] ?? ''
}
