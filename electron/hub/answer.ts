import { failed, type Result, success } from '#shared/failure'
import type { HubRequest, HubValue } from '#shared/ipc/hubContract'
import type { Hub } from './hub'
import { openSample } from './sample'
import { copyBoard, renameBoard, setBoardAside } from './upkeep'
import type { Versions } from './versions'

/** Does what the main process asks of a hub. Never rejects: what was not foreseen is `unexpected`. */
export async function answer(hub: Hub, request: HubRequest): Promise<Result<HubValue>> {
  try {
    switch (request.do) {
      case 'create':
        return await hub.create(request.path, request, request.host)
      case 'createFrom':
        return await openSample(hub, request.path, request.source, request.host, request)
      case 'join':
        return await hub.join(request.folder, request, (path) => setBoardAside(hub, path, request.apartTitle))
      case 'nearby':
        return success([...hub.nearby()])
      case 'open':
        return await hub.open(request.path, request.passphrase)
      case 'setPassphrase': {
        const done = await hub.setPassphrase(request.path, request.passphrase)
        return done.ok ? success(null) : done
      }
      case 'inspectDamage':
        return await hub.inspectDamage(request.path, request.passphrase)
      case 'repair':
        return await hub.repair(request.path, request.passphrase)
      case 'openSample':
        return await openSample(hub, request.path, request.source, request.host)
      case 'close':
        await hub.close(request.path)
        return success(null)
      case 'checkRest':
        return await hub.checkRest(request.path)
      case 'rename':
        return await renameBoard(hub, request.path, request.title, request.name, request.passphrase)
      case 'copy':
        return await copyBoard(hub, request.path, request.to, request.asNew)
      case 'openRoom':
        return await hub.openRoom(request.path, request.host, request.rules)
      case 'leadRoom':
        return done(hub.leadRoom(request.path, request.order))
      case 'closeRoom':
        await hub.closeRoom(request.path)
        return success(null)
      case 'roomEnd':
        return success(await hub.roomEnd(request.path))
      case 'roomState':
        return success(hub.roomState(request.path))
      case 'keepThumbnail':
        return await hub.keepThumbnail(request.path, request.image)
      case 'listVersions':
      case 'keepVersion':
      case 'keepBeforeRestore':
      case 'readVersion':
      case 'renameVersion':
      case 'removeVersion':
        return await answerVersions(hub.versionsOf(request.path), request)
      case 'purge':
        return await hub.purge(request.path, request.what)
      case 'noteExport':
        return done(await hub.noteExport(request.path, request.copy, request.made))
      case 'listExports':
        return await hub.listExports(request.path)
      case 'removeDamaged':
        return done(await hub.removeDamaged(request.path, request.names))
      case 'shutDown':
        await hub.shutDown()
        return success(null)
    }
  } catch (error) {
    return failed('unexpected', error instanceof Error ? error.stack : String(error))
  }
}

type VersionRequest = Extract<
  HubRequest,
  {
    do:
      | 'listVersions'
      | 'keepVersion'
      | 'keepBeforeRestore'
      | 'readVersion'
      | 'renameVersion'
      | 'removeVersion'
  }
>

async function answerVersions(
  versions: Versions | undefined,
  request: VersionRequest,
): Promise<Result<HubValue>> {
  if (!versions) return failed('missing', 'the board is not open')
  switch (request.do) {
    case 'listVersions':
      return versions.list()
    case 'keepVersion':
      return versions.keep(request.name)
    case 'keepBeforeRestore':
      return versions.keepBeforeRestore()
    case 'readVersion':
      return versions.read(request.id)
    case 'renameVersion':
      return done(await versions.rename(request.id, request.name))
    case 'removeVersion':
      return done(await versions.remove(request.id))
  }
}

const done = (result: Result<void>): Result<null> => (result.ok ? success(null) : result)
