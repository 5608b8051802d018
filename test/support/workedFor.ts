/** Milliseconds that this process has worked until now: it has not while a busy machine kept it waiting. */
export function workedFor(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}
