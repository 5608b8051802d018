/** The part of Electron's powerSaveBlocker that is used here. */
export interface SleepBlocker {
  start(kind: 'prevent-display-sleep'): number
  stop(id: number): void
}

/** Keeps this computer and its display awake for as long as it is needed. */
export interface Awake {
  keep(isNeeded: boolean): void
}

/** Lets the computer sleep at first. */
export function createAwake(blocker: SleepBlocker): Awake {
  let id: number | undefined
  return {
    keep(isNeeded) {
      if (isNeeded) id ??= blocker.start('prevent-display-sleep')
      else if (id !== undefined) {
        blocker.stop(id)
        id = undefined
      }
    },
  }
}
