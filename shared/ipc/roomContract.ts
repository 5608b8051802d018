import { z } from 'zod'

/** The open room, as its host's app and windows speak of it. */

export const invitation = z.object({
  code: z.string(),
  /** One per network interface, the likeliest first; `url` is what the QR code holds. */
  addresses: z.array(z.object({ network: z.string(), url: z.string() })),
})
export type Invitation = z.infer<typeof invitation>

/** What whoever hosts knows of their open room. The first address is the one to show. */
export const hostedRoom = invitation.extend({
  /** The code fills the projector. */
  isCodeShown: z.boolean(),
})
export type HostedRoom = z.infer<typeof hostedRoom>
