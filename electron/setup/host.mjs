import { runOnSupportedNode } from './nodeVersion.mjs'

runOnSupportedNode(() => import('./hostRoom.mjs').then(({ hostRoom }) => hostRoom(process.argv.slice(2))))
