import { runOnSupportedNode } from '../electron/setup/nodeVersion.mjs'

runOnSupportedNode(() =>
  import('./runner/runTests.mjs').then(({ runTests }) => runTests(process.argv.slice(2))),
)
