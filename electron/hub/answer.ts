import { failed, type Result, success } from '#shared/failure'
import type { Invitation, OpenedBoard } from '#shared/ipc/contract'
import type { HubRequest, KeptThumbnail } from '#shared/ipc/hubContract'
import type { Hub } from './hub'
import { openSample } from './sample'
import { copyBoard, renameBoard } from './upkeep'

/** Does what the main process asks of a hub. Never rejects: what was not foreseen is `unexpected`. */
export async function answer(
  hub: Hub,
  request: HubRequest,
): Promise<Result<OpenedBoard | Invitation | KeptThumbnail | string | null>> {
  try {
    switch (request.do) {
      case 'create':
        return await hub.create(request.path, request, request.host)
      case 'createFrom':
        return await openSample(hub, request.path, request.source, request.host, request)
      case 'open':
        return await hub.open(request.path)
      case 'openSample':
        return await openSample(hub, request.path, request.source, request.host)
      case 'close':
        await hub.close(request.path)
        return success(null)
      case 'rename':
        return await renameBoard(hub, request.path, request.title, request.name)
      case 'copy':
        return await copyBoard(hub, request.path, request.to, request.asNew)
      case 'openRoom':
        return await hub.openRoom(request.path, request.host)
      case 'closeRoom':
        await hub.closeRoom(request.path)
        return success(null)
      case 'roomState':
        return success(hub.roomState(request.path))
      case 'keepThumbnail':
        return await hub.keepThumbnail(request.path, request.image)
      case 'shutDown':
        await hub.shutDown()
        return success(null)
    }
  } catch (error) {
    return failed('unexpected', error instanceof Error ? error.stack : String(error))
  }
}
