import { spawnSync } from 'node:child_process'
import type { FaultContext, Figures } from './fault'

/** What a program prints as its last line. */
export interface Found {
  readonly figures: Figures
  readonly problems: readonly string[]
}

/**
 * How to start a command that may mount things which nobody else sees, and may have more to itself by `also`;
 * undefined where that is not allowed.
 */
function apart(command: readonly string[], also: readonly string[]): string[] | undefined {
  const unshare = ['unshare', process.getuid?.() === 0 ? '-m' : '-rm', ...also]
  const probe = [...unshare.slice(1), 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']
  if (process.platform !== 'linux' || spawnSync('unshare', probe).status !== 0) return undefined
  return [...unshare, ...command]
}

/**
 * Runs a fault's program where it may mount and unmount, if this machine lets us; its last argument says so:
 * `mayMount` or `mayNot`. `also` are further options of `unshare`, such as `-n` for a network of its own. Its problems
 * become those of the fault.
 */
export function runApart(
  context: FaultContext,
  program: string,
  folder: string,
  also: readonly string[] = [],
): Figures {
  const plain = [process.execPath, context.program(program), folder, String(context.seed)]
  const command = [...plain, context.isQuick ? 'quick' : 'long']
  const freely = apart([...command, 'mayMount'], also)
  const [name = '', ...args] = freely ?? [...command, 'mayNot']
  const { stdout, status } = spawnSync(name, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 64 * 1024 * 1024,
  })
  const last = stdout.trim().split('\n').at(-1)
  if (status !== 0 || !last) throw new Error(`${program} ended with ${status}: ${stdout}`)
  const { figures, problems }: Found = JSON.parse(last)
  for (const problem of problems) context.problem(problem)
  return figures
}

/** Mounts something; throws what `mount` says. */
export function mount(...args: readonly string[]): void {
  run('mount', args)
}

/** Takes a mounted folder away although files in it are open, as pulling a stick out does. */
export function pullOut(folder: string): void {
  run('umount', ['-l', folder])
}

function run(program: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}`)
}
