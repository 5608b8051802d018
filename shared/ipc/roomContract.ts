import { z } from 'zod'
import { roomPlace } from '../sync/place'
import { hello } from '../sync/protocol'

/** The open room, as its host's app and windows speak of it. */

export const invitation = z.object({
  code: z.string(),
  /**
   * One per network interface, the likeliest first; `url` is what the QR code holds. Doubtful is one on which guests
   * hardly are: a tunnel, a network inside this computer, or one that gave it no address.
   */
  addresses: z.array(z.object({ network: z.string(), url: z.string(), isDoubtful: z.boolean().optional() })),
  /** The fingerprint of this computer, by which other desktop apps know it; in their links and not in the QR code. */
  print: z.string().default(''),
})
export type Invitation = z.infer<typeof invitation>

/** The network of an address that only this computer reaches, when it is on none. */
export const NO_NETWORK = ''

/** What whoever hosts knows of their open room. */
export const hostedRoom = invitation.extend({
  /** The address that is shown large and on the projector, as it stands in the QR code. */
  url: z.string(),
  /** Somebody new may come in. */
  isDoorOpen: z.boolean(),
  /** Guests may only look. */
  isReadOnly: z.boolean(),
  /** The code fills the projector. */
  isCodeShown: z.boolean(),
})
export type HostedRoom = z.infer<typeof hostedRoom>

/** What whoever hosts may ask of the hub about their open room. */
export const roomOrder = z.discriminatedUnion('do', [
  /** With the door closed nobody new comes in; those who were in may come back. */
  z.object({ do: z.literal('door'), isOpen: z.boolean() }),
  /** Makes every guest a watcher, or a participant again. */
  z.object({ do: z.literal('readOnly'), isOn: z.boolean() }),
  /** Sends a person out who does not come back as themselves while the room is open. What they wrote stays. */
  z.object({ do: z.literal('remove'), person: z.string().min(1) }),
])
export type RoomOrder = z.infer<typeof roomOrder>

/** The rules of a room that a hub which died had open, for the one that takes its place. */
export const roomRules = z.object({
  code: z.string(),
  isDoorOpen: z.boolean(),
  isReadOnly: z.boolean(),
  removed: z.array(z.string()),
})
export type RoomRules = z.infer<typeof roomRules>

/** A room on this network that told of itself. */
export const nearbyRoom = z.object({
  /** Of the board. */
  title: z.string(),
  place: roomPlace,
})
export type NearbyRoom = z.infer<typeof nearbyRoom>

/** How a person comes into the room of another computer, as they typed it. */
export const wayIn = hello.pick({ name: true, side: true, languages: true }).extend({
  /** An address or an invitation link. */
  address: z.string().max(2_000),
  /** Empty when the link has it. */
  code: z.string().max(100),
  /** The person knows that another computer may answer at this address than the last time. */
  takesAnyComputer: z.boolean().default(false),
})
export type WayIn = z.input<typeof wayIn>
