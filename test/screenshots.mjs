import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildApp } from '../electron/setup/buildApp.mjs'
import { projectDirectory } from '../electron/setup/project.mjs'
import { runCommand } from '../electron/setup/runCommand.mjs'

// Walks through the sample workshop in the real app and writes the pictures of the README to resources/help.
await buildApp(projectDirectory)
const command = [
  process.execPath,
  join('node_modules', '@playwright', 'test', 'cli.js'),
  'test',
  '--config=test/screenshots/playwright.config.ts',
  '--reporter=line',
]
const hasVirtualDisplay = existsSync('/usr/bin/xvfb-run')
const [program = '', ...args] = hasVirtualDisplay
  ? ['xvfb-run', '-a', '-s', '-screen 0 1920x1200x24', ...command]
  : command
const { code } = await runCommand(program, args, { cwd: projectDirectory, show: true })
process.exitCode = code
