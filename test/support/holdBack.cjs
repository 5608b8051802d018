/**
 * Runs inside the app before anything of it. Playwright's own file, which it adds to an Electron that it finds by
 * itself, holds the app back until Playwright listens: without it the first window may open while Playwright
 * attaches, and `launch` never returns. What is told to the app after that would come too late.
 */
const { dirname, join } = require('node:path')
const { app } = require('electron')

require(join(dirname(require.resolve('playwright-core/package.json')), 'lib/server/electron/loader.js'))

// New boards go where the rest of this run goes, and not into the documents of whoever runs the tests.
if (process.env.TEST_DOCUMENTS) app.setPath('documents', process.env.TEST_DOCUMENTS)
