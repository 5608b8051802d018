import type { Page } from '@playwright/test'
import type { RoundOrder } from '#shared/room/round'
import { PROTOCOL_VERSION } from '#shared/sync/protocol'

/** Has a window of the host's app order a round as its interface could not, of seconds for example. */
export async function orderRound(window: Page, order: RoundOrder): Promise<void> {
  await window.evaluate(
    async ({ order, protocol }) => {
      const { commonGround } = window as unknown as {
        commonGround: { call(name: string): Promise<{ board: { url: string; token: string } }> }
      }
      const { board } = await commonGround.call('appInfo')
      const line = new WebSocket(board.url)
      const say = (said: unknown) =>
        line.send(Uint8Array.of(0, ...new TextEncoder().encode(JSON.stringify(said))))
      const credential = { kind: 'token', token: board.token }
      await new Promise((resolve) => line.addEventListener('open', resolve))
      const welcome = new Promise((resolve) => line.addEventListener('message', resolve, { once: true }))
      say({ say: 'hello', protocol, credential, name: 'Imran', side: 'facilitator', languages: [] })
      await welcome
      say({ say: 'round', order })
      line.close()
    },
    { order, protocol: PROTOCOL_VERSION },
  )
}
