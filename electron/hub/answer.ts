import type { DamageReport } from '#shared/damageReport'
import { failed, type Result, success } from '#shared/failure'
import type { Invitation, OpenedBoard } from '#shared/ipc/contract'
import type { HubRequest } from '#shared/ipc/hubContract'
import type { Repaired } from '../files/repair'
import type { Hub } from './hub'
import { openSample } from './sample'

/** Does what the main process asks of a hub. Never rejects: what was not foreseen is `unexpected`. */
export async function answer(
  hub: Hub,
  request: HubRequest,
): Promise<Result<OpenedBoard | Invitation | DamageReport | Repaired | null>> {
  try {
    switch (request.do) {
      case 'create':
        return await hub.create(request.path, request)
      case 'open':
        return await hub.open(request.path)
      case 'inspectDamage':
        return await hub.inspectDamage(request.path, request.passphrase)
      case 'repair':
        return await hub.repair(request.path, request.passphrase)
      case 'openSample':
        return await openSample(hub, request.path, request.source)
      case 'close':
        await hub.close(request.path)
        return success(null)
      case 'openRoom':
        return await hub.openRoom(request.path)
      case 'closeRoom':
        await hub.closeRoom(request.path)
        return success(null)
      case 'roomState':
        return success(hub.roomState(request.path))
      case 'keepThumbnail': {
        const kept = await hub.keepThumbnail(request.path, request.image)
        return kept.ok ? success(null) : kept
      }
      case 'shutDown':
        await hub.shutDown()
        return success(null)
    }
  } catch (error) {
    return failed('unexpected', error instanceof Error ? error.stack : String(error))
  }
}
