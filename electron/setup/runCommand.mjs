import { spawn } from 'node:child_process'

/**
 * @typedef {object} CommandResult
 * @property {number} code 127 when the command does not exist, 128 or more when a signal ended it
 * @property {string} output standard output
 * @property {string} errors standard error
 */

/**
 * Runs a command to its end and collects what it prints; with `show`, what it prints goes to the terminal instead.
 * After `limit` milliseconds it is ended together with everything it started.
 * Never throws for a failing or missing command.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean, onLine?: (line: string) => void, limit?: number }} [options]
 * @returns {Promise<CommandResult>}
 */
export function runCommand(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      // A group of its own, so that the limit also ends what xvfb-run has started; an orphan would keep the pipes open.
      detached: options.limit !== undefined && process.platform !== 'win32',
      stdio: options.show ? ['inherit', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      // npm, npx and electron-vite are .cmd files on Windows, which only a shell runs.
      shell: process.platform === 'win32' && !command.endsWith('.exe'),
    })
    const timer = options.limit ? setTimeout(() => endGroup(child.pid), options.limit) : undefined
    let output = ''
    let errors = ''
    let partialLine = ''
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      output += text
      partialLine += text
      const lines = partialLine.split('\n')
      partialLine = lines.pop() ?? ''
      for (const line of lines) options.onLine?.(line)
    })
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      errors += text
    })
    child.on('error', (error) => {
      resolve({ code: 127, output, errors: `${errors}${error.message}` })
    })
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      resolve({ code: code ?? (signal ? 128 : 1), output, errors })
    })
  })
}

/** @param {number | undefined} processId */
function endGroup(processId) {
  if (processId === undefined) return
  try {
    process.kill(process.platform === 'win32' ? processId : -processId, 'SIGKILL')
  } catch {
    // It ended by itself a moment ago.
  }
}

/**
 * Runs one of the project's npm tools, or npm itself, with the Node that runs this.
 * @param {string} script path of the JavaScript file
 * @param {string[]} args
 * @param {Parameters<typeof runCommand>[2]} [options]
 */
export function runNode(script, args, options) {
  return runCommand(process.execPath, [script, ...args], options)
}
