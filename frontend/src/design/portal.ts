/** What the server wrote about the portal into the page: the operator may give it a name and a mark of their own. */
const written = (selector: string, attribute: string): string =>
  typeof document === 'undefined' ? '' : (document.querySelector(selector)?.getAttribute(attribute) ?? '')

export const PORTAL_NAME = written('meta[name="application-name"]', 'content') || 'Kotylion'

/** Address of the operator's mark, a square picture; "" where the portal wears its own rosette. */
export const PORTAL_MARK = written('link[data-mark]', 'data-mark')
