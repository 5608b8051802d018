import { createHub } from '../../electron/hub/hub'

/** Run as a process of its own: hosts the board named on the command line and prints how to reach it. */
const [, , path = ''] = process.argv
const hub = createHub({
  rendererFolder: '.',
  threadsFolder: import.meta.dirname,
  loopbackOnly: true,
  port: 0,
})
const opened = await hub.open(path)
console.log(JSON.stringify(opened))
