import { runOnSupportedNode } from './nodeVersion.mjs'

runOnSupportedNode(() =>
  import('./packageApp.mjs').then(({ packageApp }) => packageApp(process.argv.slice(2))),
)
