import { isOwnAddress } from '../ownAddress'

interface Frame {
  readonly url: string
  readonly routingId: number
  readonly processId: number
}

/** True for the top frame of a page that the app itself served. */
export function isOwnMainFrame(sender: Frame | null, main: Frame): boolean {
  return (
    sender !== null &&
    sender.routingId === main.routingId &&
    sender.processId === main.processId &&
    isOwnAddress(sender.url)
  )
}
