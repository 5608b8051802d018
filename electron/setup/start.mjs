import { runOnSupportedNode } from './nodeVersion.mjs'

runOnSupportedNode(() => import('./startApp.mjs').then(({ startApp }) => startApp(process.argv.slice(2))))
